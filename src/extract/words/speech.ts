/** Verbs by which a text says that a person speaks, acts or means to act. All folded, so that a participle is its present. */

const REGULAR =
  `expliqu rappel rappell soulign declar affirm ajout precis insist confirm appuy not constat racont temoign estim
  observ indiqu resum detaill present expos partag plaid regrett annonc assur analys evoqu illustr montr demontr lanc
  gliss exclam felicit salu propos relat sugger nuanc interrog articul avanc commenc anim moder particip echang
  complet commenter remerci invit encourag alert pens jug consider esper souhait compt travaill aim soutient insist
  argument martel confi revel abord pilot copilot developp experiment rencontr accueill concluer clotur inaugur
  interpell appell resume abond tranch plaisant ironis enchain enthousiasm inquiet interviews accompagn dirig fond amus soupir confess`.split(
    /\s+/,
  );

const IRREGULAR =
  `dit disait dira redit predit defend defendu defendait defendra repond repondu repondra conclut conclu conclura
  decrit decrivait decrira reconnait reconnu admet admis poursuit poursuivi poursuivra reprend repris ouvre ouvert ouvrira
  ouvrent introduit introduira intervient intervenu interviendra interviendront revient revenu reviendra reviendront
  previent prevenu avertit averti rejouit rejoui veut voulu croit cru voit vu entend entendu prevoit prevu promet promis
  prend pris prendra prendront fait fera feront met mettra met-il decouvre decouvrira soutient soutenu maintient retient
  rejoint viendra viendront sera seront etait reagit reagi finit fini retrace retracera encherit rencherit concoit concede rappelle rappellent rappellera appelle appellent interpelle enumere repete surencherit ecrit livre livrera livreront
  sourit souriait souvient souvenait tempere deplore
  donne donnera donneront debattra debattront dialoguera dialogueront`.split(/\s+/);

/** True for a verb of speaking or acting in the third person. */
export const isSpeechVerb = (folded: string): boolean => FORMS.has(folded);

/** Words that may stand between a subject and its verb, or between an auxiliary and its participle. */
export const VERB_HELPERS = new Set(
  `le la les a ont avait avaient aura auront est sont s' se l' me y en ne n' nous vous leur lui egalement aussi ensuite puis alors
  notamment ainsi enfin tous toutes deux toujours deja bien meme quant d'abord`.split(/\s+/),
);

/** Phrases before a name that make a source of it: `selon X`. Sequences of folded tokens. */
export const SOURCES: readonly (readonly string[])[] = [['selon'], ["d'", 'apres'], ['aux', 'yeux', 'de'], ['pour']];

// --- internal ---

const FORMS = new Set([
  ...REGULAR.flatMap((stem) => ['e', 'ee', 'ent', 'era', 'eront', 'ait', 'aient'].map((ending) => stem + ending)),
  ...IRREGULAR,
]);
