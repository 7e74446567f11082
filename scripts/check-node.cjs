// Written in the oldest JavaScript on purpose: an old Node must reach the message, not a syntax error.
var major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  console.error(
    'Maillage needs Node.js 20 or later; this is Node.js ' +
      process.versions.node +
      '. Install a newer one (https://nodejs.org/) and run the command again.',
  );
  process.exit(1);
}
