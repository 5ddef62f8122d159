import Testing

/// What functions and classes of JavaScript become.
struct JavaScriptClassTests {
  @Test(arguments: [
    LoweringCase(
      "parameters",
      source: #"""
        function f(a, b = 1, { c, d: [e] = [] } = {}, ...rest) {}
        """#, path: "a.js",
      lowered: #"""
          declare fn#0
        fn#0 f(a, b = 1, {"c": c, "d": [e] ?= list[]} = {}, *rest)
        """#),
    LoweringCase(
      "kinds of functions",
      source: #"""
        async function a() {}
        function* b() {}
        async function* c() {}
        """#, path: "a.js",
      lowered: #"""
          declare fn#0
          declare fn#1
          declare fn#2
        fn#0 async a()
        fn#1 generator b()
        fn#2 async generator c()
        """#),
    LoweringCase(
      "classes",
      source: #"""
        class A extends b.C {
          constructor(a) { super(a); this.a = a }
          m() { return super.m() }
          static s() {}
          async n() {}
          *g() {}
          get p() { return this.a }
          set p(v) {}
        }
        """#, path: "a.js",
      lowered: #"""
          declare class#0
        fn#0 constructor(a)
          <parent>(a)
          <receiver>.a = a
        fn#1 m()
          return <parent>.m()
        fn#2 s()
        fn#3 async n()
        fn#4 generator g()
        fn#5 p()
          return <receiver>.a
        fn#6 p(v)
        class#0 A(b.C)
          constructor constructor = fn#0 on implicitInstance
          method m = fn#1 on implicitInstance
          method s = fn#2 on none
          method n = fn#3 on implicitInstance
          method g = fn#4 on implicitInstance
          getter p = fn#5 on implicitInstance
          setter p = fn#6 on implicitInstance
        """#),
    LoweringCase(
      "fields",
      source: #"""
        class A {
          a = 1
          #b
          static c = d
          "e f" = 2
          h = async (event) => this.a
        }
        """#, path: "a.js",
      lowered: #"""
          declare class#0
        fn#0 async arrow (event)
          return <receiver>.a
        class#0 A()
          field a = 1
          field #b
          static field c = d
          field e f = 2
          field h = fn#0
        """#),
    LoweringCase(
      "computed members",
      source: #"""
        class A { [Symbol.iterator]() {} ["a"]() {} [b.c] = 1 }
        """#, path: "a.js",
      lowered: #"""
          declare class#0
        fn#0 [Symbol.iterator]()
        fn#1 a()
        class#0 A()
          field [b.c] = 1
          method [Symbol.iterator] = fn#0 on implicitInstance
          method a = fn#1 on implicitInstance
        """#),
    LoweringCase(
      "static blocks",
      source: #"""
        class A { static { f() } }
        """#, path: "a.js",
      lowered: #"""
          declare class#0
        class#0 A()
          block
            f()
        """#),
    LoweringCase(
      "class values",
      source: #"""
        x = class extends mixin(A, B) { m() {} }
        x = class Named {}
        """#, path: "a.js",
      lowered: #"""
          x = class#0
          x = class#1
        fn#0 m()
        class#0 (mixin(A, B))
          method m = fn#0 on implicitInstance
        class#1 Named()
        """#),
    LoweringCase(
      "decorators",
      source: #"""
        @a @b(c) class A { @d m() {} }
        """#, path: "a.js",
      lowered: #"""
          declare class#0
        fn#0 m()
          @d
        class#0 A()
          @a
          @b(c)
          method m = fn#0 on implicitInstance
        """#),
  ])
  func everyDefinition(_ program: LoweringCase) {
    #expect(program.result == program.lowered)
  }
}
