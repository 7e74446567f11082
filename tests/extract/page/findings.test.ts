import { describe, expect, it } from 'vitest';
import { articlePage, eventPage, pageOf, read } from './support.ts';

const day = (body: string, more = ''): string =>
  pageOf(`title: X\nstart: 2024-05-14T09:00:00+02:00\nend: 2024-05-14T17:00:00+02:00${more}`, body);

describe('what does not agree on a page', () => {
  it('says nothing of a page that agrees with itself', () => {
    const page = read(
      day(
        'Mardi 14 mai, de 9h à 17h.\n\n## Programme\n- 9h : Un\n- 16h - 17h : Deux',
        '\ninfos:\n- nom: Horaires\n  valeur: 9h-17h',
      ),
    );
    expect(page.findings).toEqual([]);
  });

  it('a weekday that is not that of its date, with or without a year', () => {
    expect(read(articlePage('Jeudi 14 mai 2024, puis mercredi 15 mai.')).findings).toEqual(['weekday-mismatch 6']);
    expect(read(articlePage('Jeudi 14 mai, puis mercredi 15 mai.')).messages).toEqual([
      'The text prints Thursday with 2024-05-14, which is a Tuesday.',
    ]);
  });

  it('an end before the start', () => {
    expect(
      read(pageOf('title: X\nstart: 2024-05-14T09:00:00+02:00\nend: 2024-05-13T17:00:00+02:00', 'Venez.')).findings,
    ).toEqual(['end-before-start 4']);
    expect(read(pageOf('title: X\nstart: 2024-05-14T09:00:00+02:00\nend: 2024-05-14', 'Venez.')).findings).toEqual([]);
  });

  it('hours printed beside the dates', () => {
    const page = read(day('Venez.', '\ninfos:\n- nom: Horaires\n  valeur: 9h30 - 18h'));
    expect(page.messages).toEqual([
      'The front matter says that the event starts at 09:00, but "Horaires" says 09:30.',
      'The front matter says that the event ends at 17:00, but "Horaires" says 18:00.',
    ]);
    expect(page.findings).toEqual(['time-mismatch 7', 'time-mismatch 7']);
    expect(read(day('Venez.', '\nhoraires: 9h-17h')).findings).toEqual([]);
  });

  it('hours in the text and in the agenda', () => {
    expect(read(day('Rendez-vous le 14 mai de 10h à 17h.')).findings).toEqual(['time-mismatch 7']);
    expect(read(eventPage('## Programme\n- 9h45 : Un\n- 11h : Deux')).findings).toEqual(['time-mismatch 8']);
  });

  it('dates in the text', () => {
    const page = read(day('La journée se tiendra le 15 mai 2024.'));
    expect(page.messages).toEqual(['The front matter dates the event 2024-05-14, but the text says 2024-05-15.']);
    expect(read(day('Inscriptions jusqu’au 2 mai 2024.')).findings).toEqual([]);
  });

  it('days in the text that are fewer than those of the front matter', () => {
    const three = pageOf(
      'title: X\nstart: 2024-05-14\nend: 2024-05-16',
      'La fête se tiendra les 15 et 16 mai 2024. Durant ces deux jours, on danse.',
    );
    expect(read(three).findings).toEqual(['count-mismatch 7', 'date-mismatch 7']);
  });

  it('a day of the agenda outside the event', () => {
    expect(read(eventPage('### Jeudi 16 mai\n- 9h : Un\n- 10h : Deux')).findings).toEqual(['date-mismatch 7']);
  });

  it('an agenda that goes on after the end, or turns back', () => {
    expect(read(eventPage('## Programme\n- 9h : Un\n- 17h : Verre')).findings).toEqual(['agenda-after-end 9']);
    expect(read(eventPage('## Programme\n- 9h : Un\n- 16h - 17h30 : Deux')).findings).toEqual(['agenda-after-end 9']);
    expect(read(eventPage('## Programme\n- 9h : Un\n- 12h - 11h : Deux')).findings).toEqual(['end-before-start 9']);
  });

  it('more workshops than the slot has room for', () => {
    const page = read(eventPage('## Programme\n- 9h - 12h : Forum avec 2 ateliers de 2h\n- 13h : Fin'));
    expect(page.messages).toEqual([
      '"Forum avec 2 ateliers de 2h" lasts 03:00, but 2 of 02:00 take 04:00 one after the other.',
    ]);
  });

  it('items left open', () => {
    expect(read(eventPage('## Programme\n- 9h : Un\n- 10h : Surprise - à confirmer')).findings).toEqual([
      'agenda-incomplete 9',
    ]);
  });
});
