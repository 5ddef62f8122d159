// A native addon of our own (Node-API): arguments, errors, work on the thread pool, a child that it starts.
'use strict';
const {join} = require('node:path');

const file = join(process.env.COMPATIBILITY_TOOLS, 'addon.node');
const addon = require(file);

const main = async () => {
  console.log('sum:', addon.sum(20, 22), addon.sum(0.5, 0.25));
  try {
    addon.sum('one');
  } catch (error) {
    console.log('thrown:', error.name, error.message);
  }
  console.log('squares:', await Promise.all(Array.from({length: 12}, (_, n) => addon.squareLater(n))));
  console.log('system:', addon.system('exit 9'), addon.system('true'));
  console.log('again the same:', require(file) === addon);
  try {
    process.dlopen({exports: {}}, '/nonexistent/addon.node');
  } catch (error) {
    console.log(error.code, error.message);
  }
  const text = join(process.env.COMPATIBILITY_TLS, 'key.pem');
  try {
    process.dlopen({exports: {}}, text);
  } catch (error) {
    console.log(error.code, error.message);
  }
};
main();
