// Runs before the page is drawn, so that a chosen theme shows from the first moment on. No import: it is a classic script.
{
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const chosen = localStorage.getItem('theme');
    if (chosen === 'light' || chosen === 'dark') root.dataset.theme = chosen;
  } catch {
    // Storage may be forbidden: the system's theme it is.
  }
}
