import { programmeFilters } from './programme.ts';
import { searchFields } from './search-field.ts';
import { sortableTables } from './tables.ts';
import { themeToggle } from './theme-toggle.ts';

themeToggle();
searchFields();
programmeFilters();
sortableTables();
