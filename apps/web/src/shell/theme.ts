export type Theme = 'light' | 'dark' | 'system';

const KEPT = 'reflexbogen.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

export const chosenTheme = (): Theme => {
  const kept = localStorage.getItem(KEPT);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
};

/** Follows the device until somebody chooses. */
export function startTheme(): void {
  apply();
  dark.addEventListener('change', apply);
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, theme);
  apply();
}

function apply(): void {
  const theme = chosenTheme();
  const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  document.documentElement.setAttribute('data-kern-theme', shown);
}
