import { fold } from '../../domain/fold.ts';
import { remembered } from '../text/memo.ts';

/**
 * Given names in use in France, from many origins. Evidence, not a gate: a name that is not here is still read where
 * its shape and its place speak for it.
 */
const GIVEN_NAMES = new Set(
  `aaron abdel abdelkader abdou abdoulaye abel abigail achille achraf ada adam adama adel adela adele adeline adil adrian
  adriana adrien adrienne agathe agnes ahmed aicha aida aime aimee aissatou akim alain alan alba alban albane albert
  alberto aldo alejandro aleksandra alessandro alex alexander alexandra alexandre alexia alexis alfred ali alice alicia
  aliette alima aline alioune alison alissa alix alizee allan alma alois alois aloys alphonse alycia amadou amael amal
  amanda amandine amaury ambre ambroise amelia amelie amelle amin amina aminata amine amir amira anabelle anael anaelle
  anais anastasia anatole andre andrea andree andreia andres ange angel angela angele angelina angeline angelique anh
  anissa anita anna annabel annabelle anne annette annick annie anouck anouk anselme anthime anthony antoine antoinette
  anton antonia antonin antonio antony apolline archibald ariane arianna aristide arlette armand armande armel armelle
  arnaud arno arnold arsene arthur arthus assia astrid athenais aubin aude audran audrey auguste augustin augustine
  aurelia aurelie aurelien aurore ava awa axel axelle ayman aymen aymeric ayoub aziz aziza babacar baptiste barbara
  barnabe barthelemy basile bastian bastien beatrice beatrix belinda belkacem ben benedicte benedikt benjamin benoit
  benoite berenger berengere berenice bernadette bernard berthe bertille bertrand betty bianca bilal blaise blanche
  blandine bleuenn boris boubacar brahim brandon brenda brendan brice brieuc brigitte bruno bryan calixte camelia camelie
  camil camila camilla camille candice candy capucine carine carl carla carlos carmen carol carole carolina caroline
  cassandra cassandre catarina catherine cathia cathy cecile cecilia cedric celeste celestin celestine celia celiane
  celie celina celine cerise cesar chadi chahinez chantal charlene charles charlie charline charlotte chems cherif
  cheyenne chiara chloe chris christel christele christelle christian christiane christianne christina christine
  christophe christopher cindy claire clara clarence clarisse claude claudette claudia claudie claudine clea clelia
  clelie clemence clement clementine cleo clervie clothilde clotilde clovis colas colette colin coline colombe
  constance constantin constant cora coralie coralyne coraline corentin corentine corinne cornelia cosima cyndie cynthia
  cyprien cyriaque cyrielle cyril cyrille dalia dalila damien damienne dan dana dani daniel daniela daniele danielle
  danny daphne daria david deborah delia delphin delphine denis denise denys deolinda desire desiree diana diane dider
  didier diego dieynaba dimitri dina dior djamel djamila djibril dolores dominique domitille donatien donatienne donovan
  dora dorian doriane dorie dorine doris dorothee douglas driss dylan ebru edgar edgard edith edmond edmonde edouard
  eduardo edwige eglantine eileen eleonore elena eleonora elia eliane elias elie eliette elina eline elisa elisabeth elise
  elisee ella ellen ellie eloan elodie eloi eloise elouan elsa elvira elvire elvis elza emeline emeric emerick emile
  emilia emilie emilien emilienne emilio emma emmanuel emmanuelle emmy enora enrico enzo eric erica erick erik erika
  ernest ernestine erwan erwann erwin esteban estelle esther etienne etiennette eudes eugene eugenie eulalie eva evan eve
  evelyne evrard ezequiel fabian fabien fabienne fabio fabiola fabrice fadi fadila faiza fanch fanette fanny fantin farah
  farid farida fatemeh fatiha fatima fatimata fatma fatou fatoumata faustin faustine faycal felicie felicien felicite
  felix fernand fernanda fernande fernando fiona firmin flavia flavie flavien fleur flora flore florence florent florentin
  florentine florestan florian florianne floriane florine fouad fouzia franca francesca francesco francine francis
  francisco franck franco francois francoise frank franz freddy frederic frederica frederick frederique fulbert gabin
  gabriel gabriela gabriele gabriella gabrielle gael gaelle gaetan gaetane garance gaspard gaston gatien gaubert gauthier
  gautier geneva genevieve geoffray geoffrey geoffroy george georges georgette georgina gerald geraldine gerard
  germain germaine ghislain ghislaine ghita giada gianni gil gilbert gilberte gildas gilles gina ginette giovanni
  gisele giulia giuseppe gladys gloria godefroy gontran gonzague gregoire gregory guenael guenaelle guilain guilaine
  guilhem guillaume guillemette guirec gustave guy guylaine gwenael gwenaelle gwendal gwendoline gwenn gwenola habib
  hacene hachim hadrien hafid hafida hakim halim halima hamid hamida hamza hana hanae hanane hanna hannah hans harold
  harry hasna hassan hassane hayat hector hedi hedwige helena helene heli helia helie heloise henri henriette herbert
  hermance hermine herve hicham hilaire hilary hippolyte hocine honore honorine horia hortense houda houria hubert hugo
  hugues huguette hussein ian ianis ibrahim ibrahima ibtissem ida idir idriss idrissa ignace igor ikram ilan ilana ilham
  ilian iliana ilias ilona ilyas ilyes imane imed imen ines ingrid irene irina iris isaac isabel isabella isabelle isaure
  isidore isis ismael ismail israel issa ivan ivana iwan jack jackie jacky jacob jacqueline jacques jade jaime jalil
  jamal james jamila jan jane janick janine jannick jaouad jasmin jasmine jason jaurès javier jean jeanne jeannette
  jeannine jeff jefferson jennifer jenny jeremie jeremy jerome jessica jessie jessy jihane jil jill jim jimmy joachim
  joackim joan joana joanna joanne joaquim jocelyn jocelyne joe joel joelle joey joffrey johan johann johanna johannes
  john johnny jon jonas jonathan jordan jordane jordi jorge joris jose josee joseph josepha josephine josette joshua
  josiane josianne josie josselin josseline josue joy joyce juan juana juanita jude judicael judith jules julia julian
  juliana juliane julie julien julienne juliette julio justin justine kader kadiatou kahina kais kamal kamel kamelia kamil
  karel karen karim karima karin karine karl kassandra katarina kate katell katerina kathleen kathy katia katja kawtar
  kelly kelvin ken kenny kenza kerstin kevin khadija khadidja khaled khalid khalil kilian killian kim klaus klervi
  kristel kristell kristina kylian laetitia laetizia lahcen laila lamia lana lara larbi larissa laszlo latifa laura
  laure laureen laureline laurence laurene laurent laurentine laurette laurian lauriane laurie laurine lazare lea leandre
  leandro leane leia leila lena lenaick lenaig lenny leo leon leonard leonardo leonie leonor leonore leontine leopold
  leopoldine leslie leticia levi lia liam liana libor lidia lila lili lilia lilian liliana liliane lilie lilit lilou lily
  lina linda line lionel lisa lisbeth lise lisette lison lissa liv livia livio liza lizzie lleana loan loane logan lohan
  loic lola lolita lora loran loren lorena lorenzo loretta lorette lorie lorine loris lorraine lotfi lou louane loubna
  louis louisa louise louison louka louna loup lorris luc luca lucas luce lucette lucia lucian luciana lucie lucien
  lucienne lucile lucille lucrece ludivine ludmila ludmilla ludovic luigi luis luisa luiz luka lukas luna lux lya lyan
  lydia lydie lyes lylia lyna lynda lyse maceo maddalena maddy madeleine madeline mae mael maeline maelis maelle maelys
  maeva magali magalie magda magdalena maggy mahamadou mahaut mahdi mahmoud maia maika mailys maite maiwenn majda majid
  malek malgorzata malia malik malika malo malorie malvina mamadou mame manel manfred manoel manon manuel manuela manuella
  mao mara marc marceau marcel marcelin marcelle marcelline marco marcos marek margaret margareth margaux margo margot
  marguerite maria mariam mariama mariame marian mariana marianna marianne maribel marie marieke mariel marielle marien
  mariette marilou marilyn marilyne marin marina marine mario marion marise marisol marissa marius marjolaine marjorie mark
  marko marlene marley marlon marouane marta marthe martial martin martina martine marwa marwan mary maryam maryan maryline
  maryse maryvonne massimo mateo mathias mathieu mathilda mathilde mathis mathurin matis matteo matthew matthias matthieu
  matthis mattia maud maude maureen maurice mauricette mauro max maxence maxim maxime maximilien maya mayeul maylis medard
  medhi mehdi melaine melanie melchior melina melinda meline melisande melissa melodie melvin melvyn mendel mercedes
  meriadec meriem merryl meryem meryl mia michael michaela michel michela michele micheline michelle mickael mickaelle
  miguel mika mikael mike mila milan milena millie milo mimoun mina mirabelle miranda mireille miriam mirko missy modeste
  mohamed mohammed mohand moise mona monica monika monique morad morane morgan morgane moritz moshe mouhamed mouloud mouna
  mounia mounir mourad moussa moustapha muriel murielle mustapha mylene myriam myrtille mysie nabil nabila nada nadege
  nadejda nadia nadine nadir naëlle nael naim naima najat najet najib najla nancy naomi narcisse narjes nassim nassima
  natacha natalia natalie natasha nathalie nathan nathanael nawal nawel nazim neil nejma nelly nelson nesrine nestor neven
  ngoc nicholas nick nicky nico nicola nicolas nicole nicoletta nidhal nikita nikola nils nina ninon noa noah noam noe noel
  noelie noella noelle noemi noemie nolan nolwenn nora norah norbert nordine norman noufissa nour nouria noura nourdine
  nuno nuria ocean oceane octave octavie octavio odette odile odilon odin odon oksana olaf olga olive oliver olivia olivier
  olympe omar ombeline omer oona ophelie orane oriane orianne orlando orphee oscar osman othman otman ouassila oumar
  oumayma oumou ousmane pablo palmyre paloma pamela paola paolo paquita pascal pascale pascaline patrice patricia
  patrick paul paula paulette paulin paulina pauline paulo pavel pearl pedro peggy peio perceval perla pernelle perrette
  perrine peter petra philibert philip philippa philippe philippine philomene pia pier pierre pierrette pierrick pietro
  placide pol priscilla privat prosper prudence prune quentin quitterie rabia rachel rachida rachid radia radouane rafael
  rafaele rafaelle raoul raphael raphaela raphaele raphaelle raquel rayan raymond raymonde rayane rebecca regine regis
  reine remi remy renan renata renate renaud rene renee reynald rhita ricardo riccardo richard rim rita riwal robert
  roberta roberto robin robinson roch rodolphe rodrigo rodrigue rodrigues roger roland rolande roman romain romaine romane
  romaric romeo romuald romy ronald ronan rosa rosalie rosaline rosanna rose roseline roselyne rosine roxana roxane roxanne
  roy ruben rudi rudy russell ruth ryan saad sabah sabina sabine sabri sabrina sacha sadia safia said saida salah salem
  salim salima salma salome salomon salvador salvatore sam samantha sami samia samir samira samson samuel samy sana sandie
  sandra sandrine sandro sandy santiago sara sarah sarra sasha saskia saul savannah sebastian sebastien segolene selim
  selima selin selma selena seraphin seraphine serena serge sergei sergio servane sessi severin severine seydou shaima shana
  shani sharon sherine shirley sibylle sidonie siegfried sigolene silas silvana silvia silvio simeon simon simona simone
  sixte sixtine sliman soazic soazig sofia sofian sofiane sofien soizic solal solange solen solene soledad solenn solenne
  soline sonia sonny sophia sophie soraya stan stanislas stefan stefania stefano stella stelios stephan stephane stephanie
  stephen steve steven sullivan sultan suzanne suzel suzie svetlana sven sybille sylvain sylvaine sylvestre sylvette sylvia
  sylviane sylvie tamara tancrede tania tanguy tania taoufik tara tarek tarik tatiana tea ted teddy telma teo teresa tess
  tessa tessy thais thanh thea thelma theo theodora theodore theophane theophile theotime theresa therese thi thibaud
  thibault thibaut thierry thimothee thomas tiago tidiane tifany tiffany tifenn till tilio tim timeo timothe timothee timothy
  tina tino tiphaine titouan titus tobias todd tom toma tomas tommy toni tony toussaint tristan tsilla tugdual typhaine ugo
  ulysse umberto urbain urielle ursula ursule vadim valente valentin valentina valentine valerian valeriane valerie valery
  valeska vanessa vanille vania vasco vassili vera veronica veronika veronique viateur vicky victoire victor victoria
  victorien victorine vikram vincent vincente violaine violette virgil virgile virginia virginie vito vittorio vivian
  viviane vivien vivienne vladimir wafa wahid wahiba walid walter wanda warren wassila wassim wendy werner wilfrid wilfried
  william willy wilson winnie xavier xaviere yacine yael yahya yaelle yamina yan yanis yann yanne yannick yannis yara
  yasin yasmina yasmine yassin yassine yasser yazid yehudi yekta ylan yoan yoann yohan yohann yolaine yolande yolene yoni
  youcef yousra youri youssef youssouf yrieix ysaline yseult yuna yuri yvan yvann yves yvette yvon yvonne zacharie zahra
  zakaria zara zelie zelia zeina zeineb zineb zinedine zita zoe zohra zoubida zoya zygmunt anais brenager elie emeline
  claudio enrique
  abdellah abderrahmane abdou abdourahmane achille aissa aissatou alassane  amady amidou amina aminata assane assetou
  awatef ayoub babou bacary bakary balkissa bamba biram bintou birame boubou bougouma cheick cheikh coumba daouda demba
  diariatou dieneba djeneba djibo fanta fatoumata fily goundo habibatou hadja hamadou hawa idriss issiaka kadidia kadidiatou
  khady kolotioloma koumba lamine lassana maimouna makan mamady mariame massire moctar modibo moriba moussa nafissatou
  ndeye ngone oumar ousseynou penda perpetue salif salimata samba sekou seydou sira siaka sokhna souleymane tidiane tiemoko
  yacouba yaya youssouf zeinabou aicha amal amel anas asma aya badr bilel brahim chafia chaima chokri dounia fadwa fares
  farouk fathi fouzi ghassan habiba hafsa hajar hamed hamou hanane haroun hatem hayet hela hind houssem ibtihel ilhem imad
  ines ismahane jalal jamel jihane kamar karima kenza khaoula khayra lamiaa latifa leila lotfi lynda maher malak manal
  marouan maroua maryem mehdi meriem moez mohand mokhtar mongi monji mouloud nabila nacer nadhir naila najwa narjess
  nassira neila noureddine nourredine nourhane omayma oussama rabah rafik rachida ramzi rayan redouane riadh rim safa safaa
  safwan salwa samah sami sana selma siham slim soraya souad soufiane soumaya tahar taieb tarak tewfik thameur wael wafa
  walid yamina younes youness zakia zied zohra aela aezenn aziliz bleunvenn brewal budog eflamm elouan enea enora erell
  erwanig ewen fanchon gaid gaud goulven goulwena gurvan gwilherm haude jakez kaourintin katarina kaou konan lena lenaic
  loeiza mael maelan maiwenn malo maiwen meven morvan naig nevena nolwen nominoe noyale oanez riwan riwanon ronana rozenn
  servan soaz solenna tangi tifenn tudi tugdual yuna youenn yann-ber ainhoa aitor amaia ander  ángel arantxa argia
  beñat bixente eñaut ekaitz elaia eneko gaxuxa goizeder graxi hegoa iban idoia ihintza iker iñaki itziar ixabel jakes
  joana jokin jon kattalin kepa lander leire maddalen maialen maider manex mattin mirentxu nahia nekane oihana oihan
  panpili patxi peio pello txomin uhaina unai xabi xabier xalbat xan xantiana ximun zuriñe anh bao binh chau cuong dung
  duc giang ha hai hang hanh hieu hoa hoang hong hue hung huong huu khanh khoa kieu kim lan lien linh  mai minh  nam
  nga nghia nhung phuc phuong quang quoc quyen quynh  tam thi thu thao thien thinh tho thuy tien toan trang tri trinh
  trung truc tuan tuyet van viet vinh vy xuan yen afonso alvaro amadeu ana antonia armindo arlindo augusto benedita
  bento bernardo catia celeste conceicao deolinda domingos duarte edite eduarda elisio ermelinda fatima fernao filipa
  filipe floriano gaspar goncalo graca guilherme helder henrique ines isaura ivo jacinto joana joao joaquim jorge laurinda
  leandro leonel lidia lourdes lourenco luciano luzia magda manuela marcia margarida martim matilde miguel nelson nuno
  odete olinda paulina rafaela raquel renato ricardina rodrigo rosario rui salvador sandro sara sergio silvia simao
  soraia teresa tiago tomas valdemar vasco vitor zelia agnieszka aleksander andrzej anastazja bartosz bogdan bozena
  dariusz dorota ewa grazyna grzegorz halina iwona jadwiga janusz jerzy joanna kacper kamila karol katarzyna krzysztof
  lech lukasz maciej magdalena marcin mateusz michal miroslaw monika natalia pawel piotr rafal renata roman ryszard
  slawomir stanislaw stefan tadeusz tomasz urszula waldemar wanda wieslaw wojciech zbigniew zofia adriana alin alina
  andrei aurelian carmen catalin cosmin costel cristian cristina dana daniela dragos elena florin gabriela gheorghe
  ileana ioana ion ionel irina iulia laurentiu liviu lucian madalina marius mihaela mihai mircea nicoleta octavian ovidiu
  radu razvan roxana silviu simona sorin stefania tudor valentin vasile viorel vlad alexei anatoli boris daria dimitri
  ekaterina fiodor galina igor irina ivan ksenia ludmila maxim mikhail nadia nikolai oksana oleg olga pavel piotr sergei
  svetlana tatiana vadim valeri vera viktor vladimir yelena yulia yuri ayse baran berfin cem deniz ebru elif emine emre
  erkan fatma gokhan gulsah halil hasan hatice huseyin ilker kemal mehmet merve murat mustafa nuray okan ozan ozge ozlem
  selcuk selin sema serkan sevda sibel tulay ufuk umut yasemin yildiz zeynep aaliyah aarti amit anand anjali arjun asha
  deepa divya gopal indira kavita kiran lakshmi manish meena mohan nisha pooja pradeep priya rahul rajesh ramesh ravi rekha
  rohan sanjay sarita shanti sunil sunita suresh usha vijay vikram bo chen fang feng hao hong hui jia jian jie jing jun
  lei li lin ling mei  ning ping qing rong shan tao ting wei wen xia xiao xin yan yang ying yong yu zhen`
    .split(/\s+/)
    .filter((name) => name !== '')
    .map(fold),
);

/** True for a known given name, and for a hyphenated one of which a part is known (`Hervé-Malick`). */
export const isGivenName = remembered((word) => {
  const folded = fold(word);
  if (GIVEN_NAMES.has(folded)) return true;
  const parts = folded.split('-');
  return parts.length > 1 && parts.some((part) => GIVEN_NAMES.has(part));
});
