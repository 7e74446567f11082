import { programmeFilters } from './programme.ts';
import { searchFields } from './search-field.ts';
import { sortableTables } from './tables.ts';
import { themeToggle } from './theme-toggle.ts';

themeToggle();
searchFields();
programmeFilters();
sortableTables();

// On a narrow screen the menu scrolls: the entry of this page is to be seen.
const current = document.querySelector<HTMLElement>('header nav [aria-current]');
const menu = current?.closest('nav');
if (current !== null && menu != null) menu.scrollLeft = current.offsetLeft - menu.clientWidth / 2;
