// The package has no types of its own.
declare module 'talisman/phonetics/french/fonem.js' {
  const fonem: (word: string) => string;
  export default fonem;
}
