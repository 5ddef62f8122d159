"""Versions and requirements of every ecosystem, the same ones for the same seed.

Numbers are few and small, so that many pairs differ in one place only, where orders are decided.
"""

from itertools import product

NUMBERS = ["0", "0", "1", "1", "2", "3", "9", "10", "11"]


class Generator:
    def __init__(self, random):
        self.random = random

    def pick(self, *choices):
        return self.random.choice(choices)

    def maybe(self, chance, text):
        return text() if self.random.random() < chance else ""

    def number(self):
        return self.random.choice(NUMBERS)

    def numbers(self, least, most):
        return ".".join(self.number() for _ in range(self.random.randint(least, most)))

    def identifiers(self):
        words = ["alpha", "beta", "rc", "a", "b", "x", "A", "rc1", "1a", "-", "0a", "dev-3", *NUMBERS]
        return ".".join(self.random.choice(words) for _ in range(self.random.randint(1, 3)))

    def metadata(self):
        return "+" + self.pick("1", "build.5", "incompatible", "001")

    # One way to write a version per ecosystem.

    def npm(self):
        text = self.numbers(3, 3) + self.maybe(0.45, lambda: "-" + self.identifiers())
        return self.maybe(0.1, lambda: self.pick("v", "=", " ")) + text + self.maybe(0.1, self.metadata)

    def go(self):
        if self.random.random() < 0.15:
            stamp = self.pick("20230101120000", "20230101120001", "20191109021931")
            base = self.pick("v0.0.0-", "v1.2.3-0.", "v1.2.3-rc.1.0.")
            return f"{base}{stamp}-{self.pick('abcdefabcdef', '0123456789ab')}"
        text = "v" + self.numbers(3, 3) + self.maybe(0.4, lambda: "-" + self.identifiers())
        return text + self.maybe(0.2, self.metadata)

    def pypi(self):
        separator = self.pick("", "", ".", "-", "_")
        text = self.maybe(0.05, lambda: "v") + self.maybe(0.1, lambda: self.number() + "!") + self.numbers(1, 4)
        if self.random.random() < 0.35:
            word = self.pick("a", "b", "rc", "c", "alpha", "beta", "pre", "preview", "RC", "Alpha")
            text += separator + word + self.maybe(0.8, lambda: self.pick("", ".", "-", "_") + self.number())
        if self.random.random() < 0.25:
            text += self.pick("-1", "-2", ".post1", ".post", "post2", "-r3", ".rev4", "_post_0")
        text += self.maybe(0.2, lambda: self.pick(".dev0", ".dev", "dev1", "-dev3", "_DEV_2"))
        return text + self.maybe(0.15, lambda: self.pick("+1", "+abc", "+abc.1", "+1.abc", "+ABC-2", "+a_3.10"))

    def maven(self):
        words = [
            "alpha", "beta", "milestone", "rc", "cr", "snapshot", "SNAPSHOT", "ga", "final", "release", "sp",
            "RELEASE", "a", "b", "m", "a1", "b2", "m3", "rc1", "jre", "android", "x", "pfd", "2", "alpha2",
            "20230101123045", "12345678901234567890123", *NUMBERS]
        text = self.numbers(1, 3)
        for _ in range(self.random.choice([0, 0, 1, 1, 2, 3])):
            text += self.pick(".", "-", "-", "") + self.random.choice(words)
        return text + self.maybe(0.04, lambda: self.pick("-", ".", "..", "--", "-.", "0.0"))

    def nuget(self):
        text = self.numbers(1, 4) + self.maybe(0.45, lambda: "-" + self.identifiers())
        return text + self.maybe(0.1, self.metadata)

    def rubygems(self):
        text = self.numbers(1, 4)
        for _ in range(self.random.choice([0, 0, 0, 1, 2])):
            text += "." + self.pick("a", "b1", "rc", "pre", "0", "1", "rc2", "A", "beta10", "0a0")
        return text + self.maybe(0.1, lambda: "-" + self.pick("1", "rc", "a-b", "java", "1.2"))

    def swift(self):
        return self.numbers(3, 3) + self.maybe(0.45, lambda: "-" + self.semver_identifiers())

    def semver_identifiers(self):
        return ".".join(self.random.choice(["alpha", "beta", "rc", "1", "2", "10", "a-1", "0"]) for _ in range(self.random.randint(1, 3)))

    # Requirements.

    def npm_range(self):
        clauses = [self.npm_set() for _ in range(self.random.choice([1, 1, 1, 2, 3]))]
        return self.pick("||", " || ").join(clauses)

    def npm_set(self):
        if self.random.random() < 0.15:
            return f"{self.npm_partial()} - {self.npm_partial()}"
        return " ".join(self.npm_clause() for _ in range(self.random.choice([1, 1, 2, 3])))

    def npm_clause(self):
        operator = self.pick("", "", "=", "<", ">", "<=", ">=", "~", "^", "^", "~>", "> ", "^ ", "~ ", "<= ", "v", "^v", ">=v")
        return operator + self.npm_partial()

    def npm_partial(self):
        kind = self.random.random()
        if kind < 0.1:
            return self.pick("*", "x", "X")
        if kind < 0.5:
            return ".".join([*(self.number() for _ in range(self.random.randint(1, 2))), *self.random.choice([[], ["x"], ["*"]])])
        return self.numbers(3, 3) + self.maybe(0.3, lambda: "-" + self.semver_identifiers()) + self.maybe(0.05, lambda: "+b.1")

    def pypi_range(self):
        return self.pick(",", ", ").join(self.pypi_clause() for _ in range(self.random.choice([1, 1, 2, 3])))

    def pypi_clause(self):
        operator = self.pick("==", "!=", "<=", ">=", "<", ">", "~=", "===", "== ", ">= ")
        if operator.strip() in ("==", "!=") and self.random.random() < 0.4:
            return operator + self.maybe(0.1, lambda: "1!") + self.numbers(1, 3) + ".*"
        return operator + self.pypi()

    def maven_range(self):
        return self.interval(self.maven)

    def nuget_range(self):
        return self.interval(self.nuget)

    def interval(self, version):
        kind = self.random.random()
        if kind < 0.15:
            return f"[{version()}]"
        low, high = version(), version()
        if kind < 0.35:
            return self.pick("(,", "[,") + high + self.pick(")", "]")
        if kind < 0.5:
            return self.pick("(", "[") + low + self.pick(",)", ",]")
        return self.pick("(", "[") + low + self.pick(",", ", ") + high + self.pick(")", "]")

    def rubygems_range(self):
        clauses = self.random.choice([1, 1, 2, 3])
        return ", ".join(self.pick("", "=", "!=", ">", "<", ">=", "<=", "~>", "~>", "~> ", ">= ") + self.rubygems() for _ in range(clauses))

    def near(self, text, leading_zeros):
        """A version that differs little from another: one number or letter changed, or one added."""
        places = [index for index, letter in enumerate(text) if letter.isdigit()]
        if not places or self.random.random() < 0.3:
            return text + self.pick("", "-1", "-0", "-a")
        place = self.random.choice(places)
        digits = self.pick("0", "1", "2", "9", "10") if leading_zeros else self.pick("1", "2", "9")
        return text[:place] + digits + text[place + 1 :]

    # Questions.

    def orders(self, ecosystem, count, leading_zeros=True):
        version = {
            "npm": self.npm, "Go": self.go, "PyPI": self.pypi, "Maven": self.maven, "NuGet": self.nuget,
            "RubyGems": self.rubygems, "SwiftURL": self.swift,
        }[ecosystem]
        lines = []
        for index in range(count):
            left = version()
            right = version() if index % 3 else self.near(left, leading_zeros)
            lines.append(f"order\t{ecosystem}\t{left}\t{right}")
        return lines

    def allowances(self, ecosystem, count):
        wanted, version = {
            "npm": (self.npm_range, self.npm), "PyPI": (self.pypi_range, self.pypi),
            "Maven": (self.maven_range, self.maven), "RubyGems": (self.rubygems_range, self.rubygems),
        }[ecosystem]
        return [f"allows\t{ecosystem}\t{wanted()}\t{version()}" for _ in range(count)]

    def licences(self, count, identifiers):
        return [f"licence\t{self.licence(identifiers, 2)}" for _ in range(count)]

    def licence(self, identifiers, depth):
        text = self.licence_term(identifiers, depth)
        for _ in range(self.random.choice([0, 0, 1, 1, 2])):
            text += self.pick(" AND ", " OR ", " and ", " or ") + self.licence_term(identifiers, depth)
        return text

    def licence_term(self, identifiers, depth):
        if depth and self.random.random() < 0.3:
            return f"({self.licence(identifiers, depth - 1)})"
        exceptions = ["Classpath-exception-2.0", "llvm-exception", "no-exception"]
        exception = self.maybe(0.1, lambda: self.pick(" WITH ", " with ") + self.random.choice(exceptions))
        return self.random.choice(identifiers) + exception

    def vectors(self, count):
        """CVSS 4.0 with some of the metrics that may be left out."""
        return [f"score\t{self.vector()}" for _ in range(count)]

    def vector(self):
        fields = [f"{name}:{self.random.choice(values)}" for name, values in BASE_METRICS.items()]
        for name, values in OPTIONAL_METRICS.items():
            if self.random.random() < 0.25:
                fields.append(f"{name}:{self.random.choice(values)}")
        return "CVSS:4.0/" + "/".join(fields)


BASE_METRICS = {
    "AV": "NALP", "AC": "LH", "AT": "NP", "PR": "NLH", "UI": "NPA",
    "VC": "HLN", "VI": "HLN", "VA": "HLN", "SC": "HLN", "SI": "HLN", "SA": "HLN",
}
OPTIONAL_METRICS = {
    "E": "XAPU", "CR": "XHML", "IR": "XHML", "AR": "XHML",
    "MAV": "XNALP", "MAC": "XLH", "MAT": "XNP", "MPR": "XNLH", "MUI": "XNPA",
    "MVC": "XHLN", "MVI": "XHLN", "MVA": "XHLN", "MSC": "XHLN", "MSI": "XSHLN", "MSA": "XSHLN",
    "S": "XNP", "AU": "XNY", "R": "XAUI", "V": "XDC", "RE": "XLMH", "U": ["X", "Clear", "Green", "Amber", "Red"],
}


def all_vectors():
    """Every base vector of the versions 2.0, 3.0 and 3.1."""
    second = product("LAN", "HML", "MSN", "NPC", "NPC", "NPC")
    lines = ["score\tAV:{}/AC:{}/Au:{}/C:{}/I:{}/A:{}".format(*values) for values in second]
    for version in ("3.0", "3.1"):
        third = product("NALP", "LH", "NLH", "NR", "UC", "HLN", "HLN", "HLN")
        form = f"score\tCVSS:{version}/" + "AV:{}/AC:{}/PR:{}/UI:{}/S:{}/C:{}/I:{}/A:{}"
        lines += [form.format(*values) for values in third]
    return lines
