/// Functions of JavaScript itself that move values without changing them.
enum JavaScriptCore {
  enum Function {
    case number
    case text
    case boolean
    case isNumber
    case same
    case assign
    case keys
    case values
    case entries
    case fromEntries
    case arrayFrom
    case arrayOf
    case map
    case set
    case isArray
    case promise
    case all
    case settled
    case race
    case promisify
    case reject
    case timer
    case pattern
    case error
    case object
    case record
    case hasOwn
    case inherits
  }

  static let functions: [String: Function] = {
    var table: [String: Function] = [
      "String": .text, "Boolean": .boolean, "Object.assign": .assign, "Object.keys": .keys,
      "Object.getOwnPropertyNames": .keys, "Reflect.ownKeys": .keys, "Object.values": .values,
      "Object.entries": .entries, "Object.fromEntries": .fromEntries, "Array.from": .arrayFrom,
      "Array": .arrayOf, "Array.of": .arrayOf, "Map": .map, "WeakMap": .map, "Set": .set, "WeakSet": .set,
      "Promise.reject": .reject, "Array.isArray": .isArray, "Promise": .promise, "Promise.all": .all,
      "Promise.allSettled": .settled,
      "Promise.race": .race, "Promise.any": .race, "util.promisify": .promisify,
      "util.callbackify": .promisify,
      "RegExp": .pattern, "Object": .object, "Object.create": .record, "util.inherits": .inherits,
      "isNaN": .isNumber, "Number.isNaN": .isNumber, "Number.isInteger": .isNumber,
      "Number.isFinite": .isNumber, "Number.isSafeInteger": .isNumber, "isFinite": .isNumber,
    ]
    for name in ["Number", "parseInt", "parseFloat", "BigInt", "Number.parseInt", "Number.parseFloat"] {
      table[name] = .number
    }
    for name in [
      "Promise.resolve", "Object.freeze", "Object.seal", "Object.preventExtensions",
      "structuredClone", "Object.defineProperty",
    ] { table[name] = .same }
    for name in ["setTimeout", "setImmediate", "setInterval", "process.nextTick", "queueMicrotask"] {
      table[name] = .timer
    }
    for name in ["Error", "TypeError", "RangeError", "SyntaxError", "EvalError", "AggregateError"] {
      table[name] = .error
    }
    return table
  }()
}
