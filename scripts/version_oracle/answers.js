// Answers the questions of version-oracle.py about npm with node-semver; its first argument is where that is.
const semver = require(process.argv[2])

const order = (left, right) => ({ '-1': '<', 0: '=', 1: '>' })[semver.compare(left, right, { loose: true })]

function answer([kind, , first, second]) {
  try {
    const version = new semver.SemVer(second, { loose: true })
    if (kind === 'order') return order(first, second)
    return new semver.Range(first).test(version) ? 'yes' : 'no'
  } catch {
    return 'invalid'
  }
}

const lines = require('fs').readFileSync(0, 'utf8').split('\n').slice(0, -1)
process.stdout.write(lines.map((line) => answer(line.split('\t')) + '\n').join(''))
