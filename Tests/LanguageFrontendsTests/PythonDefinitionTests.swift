import Testing

/// What Python functions and classes become.
struct PythonDefinitionTests {
  @Test(arguments: [
    LoweringCase(
      "parameters",
      source: #"""
        def f(a, b=1, /, c=None, *args, d, e=2, **kw):
            pass
        def g(a, *, b):
            pass
        """#,
      lowered: #"""
          declare fn#0
          declare fn#1
        fn#0 f(a, b = 1, c = null, *args, named d, named e = 2, **kw)
        fn#1 g(a, named b)
        """#),
    LoweringCase(
      "types are kept as text",
      source: #"""
        def f(event: Dict[str, Any], n: int = 1, *a: str, **k: x.Y) -> None:
            pass
        """#,
      lowered: #"""
          declare fn#0
        fn#0 f(event: Dict[str, Any], n: int = 1, *a: str, **k: x.Y)
        """#),
    LoweringCase(
      "decorators",
      source: #"""
        @app.route("/x", methods=["GET"])
        @logged
        async def f(a):
            return a
        """#,
      lowered: #"""
          declare fn#0
        fn#0 async f(a)
          @app.route("/x", methods=list["GET"])
          @logged
          return a
        """#),
    LoweringCase(
      "generators",
      source: #"""
        def f():
            def g():
                yield 1
            return g
        def h():
            return [(yield 1)]
        """#,
      lowered: #"""
          declare fn#1
          declare fn#2
        fn#0 generator g()
          (yield 1)
        fn#1 f()
          declare fn#0
          return g
        fn#2 generator h()
          return list[(yield 1)]
        """#),
    LoweringCase(
      "nested functions",
      source: #"""
        def f(a):
            x = 1
            def g():
                nonlocal x
                x = a
            return g
        """#,
      lowered: #"""
          declare fn#1
        fn#0 g()
          nonlocal x
          x = a
        fn#1 f(a)
          x = 1
          declare fn#0
          return g
        """#),
    LoweringCase(
      "class members",
      source: #"""
        class A(B, metaclass=M):
            """doc"""
            table: str
            n = 1
            z: int = 3
            a = b = 2
            def __init__(self, x):
                self.x = x
            def m(self):
                return self.x
        """#,
      lowered: #"""
          declare class#0
        fn#0 __init__(self, x)
          self.x = x
        fn#1 m(self)
          return self.x
        class#0 A(B)
          field table: str
          static field n = 1
          static field z: int = 3
          constructor __init__ = fn#0 on firstParameter
          method m = fn#1 on firstParameter
          a = 2
          b = 2
        """#),
    LoweringCase(
      "receivers",
      source: #"""
        class A:
            @property
            def p(self): pass
            @p.setter
            def p(self, v): pass
            @functools.cached_property
            def c(self): pass
            @classmethod
            def k(cls): pass
            @staticmethod
            @cache
            def s(): pass
            def __new__(cls): pass
        """#,
      lowered: #"""
          declare class#0
        fn#0 p(self)
        fn#1 p(self, v)
        fn#2 c(self)
        fn#3 k(cls)
        fn#4 s()
          @cache
        fn#5 __new__(cls)
        class#0 A()
          getter p = fn#0 on firstParameter
          setter p = fn#1 on firstParameter
          getter c = fn#2 on firstParameter
          method k = fn#3 on firstParameterIsClass
          method s = fn#4 on none
          method __new__ = fn#5 on firstParameterIsClass
        """#),
    LoweringCase(
      "code in a class",
      source: #"""
        class A:
            class Meta:
                order = ["a"]
            if DEBUG:
                def f(self): pass
            register(B)
        """#,
      lowered: #"""
          declare class#1
        fn#0 f(self)
        class#0 Meta()
          static field order = list["a"]
        class#1 A()
          declare class#0
          if DEBUG
            declare fn#0
          register(B)
        """#),
    LoweringCase(
      "generic definitions",
      source: #"""
        @dataclass(frozen=True)
        class A[T](B[T]):
            x: T = field(default=1)
        def f[T](x: T) -> T:
            return x
        """#,
      lowered: #"""
          declare class#0
          declare fn#0
        fn#0 f(x: T)
          return x
        class#0 A(B[T])
          @dataclass(frozen=true)
          static field x: T = field(default=1)
        """#),
    LoweringCase(
      "defaults belong to the outside",
      source: #"""
        def f(g=lambda: (yield)):
            pass
        """#,
      lowered: #"""
          declare fn#1
        fn#0 generator ()
          return (yield)
        fn#1 f(g = fn#0)
        """#),
  ])
  func lowers(_ lowering: LoweringCase) { #expect(lowering.result == lowering.lowered) }
}
