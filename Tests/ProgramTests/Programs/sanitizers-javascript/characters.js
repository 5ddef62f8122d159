const fs = require('fs');
const path = require('path');

exports.reports = async (event) => {
  const body = JSON.parse(event.body);
  fs.readFileSync('/tmp/' + body.a.replace(/\//g, '-') + '.zip'); // clean: sas1-path-traversal -- no slash is left
  fs.readFileSync('/tmp/' + body.b.replaceAll('/', '-') + '.zip'); // clean: sas1-path-traversal -- no slash is left
  fs.readFileSync('/tmp/' + body.c.replace('/', '-') + '.zip'); // expect: sas1-path-traversal
  fs.readFileSync('/tmp/' + body.d.replace(/\//, '-') + '.zip'); // expect: sas1-path-traversal
  fs.readFileSync('/tmp/' + body.e.replace(/\.\.\//g, '') + '.zip'); // expect: sas1-path-traversal
  fs.readFileSync('/tmp/' + body.f.split('/').join('-') + '.zip'); // clean: sas1-path-traversal -- no slash is left
  fs.readFileSync('/tmp/' + body.g.split('/').pop()); // clean: sas1-path-traversal -- the last part of a path
  fs.readFileSync('/tmp/' + body.h.split('/').join('/')); // expect: sas1-path-traversal
  fs.readFileSync(path.join('/tmp', ...body.i.split('/'))); // expect: sas1-path-traversal
  fs.readFileSync('/tmp/' + body.j.replace(/[/]/g, '$&') + '.zip'); // expect: sas1-path-traversal
  fs.readFileSync('/tmp/' + decodeURIComponent(body.k.replace(/\//g, '')) + '.zip'); // expect: sas1-path-traversal
  return { statusCode: 204 };
};
