# Answers the questions of version-oracle.py about RubyGems with RubyGems itself.
def answer(kind, _, first, second)
  version = Gem::Version.new(second)
  return { -1 => "<", 0 => "=", 1 => ">" }[Gem::Version.new(first) <=> version] if kind == "order"

  Gem::Requirement.new(first.split(",")).satisfied_by?(version) ? "yes" : "no"
rescue ArgumentError
  "invalid"
end

puts($stdin.each_line(chomp: true).map { |line| answer(*line.split("\t", -1)) })
