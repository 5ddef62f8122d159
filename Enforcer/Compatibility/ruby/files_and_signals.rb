# Tempfile, locks, permissions, large and mapped files, traps, alarms, exit codes, uncaught errors.
require 'fileutils'
require 'json'
require 'open3'
require 'rbconfig'
require 'tempfile'
require 'tmpdir'
require 'zlib'

File.umask(0o022)
Tempfile.create('own') do |file|
  file.write('content')
  file.flush
  p File.read(file.path), File.stat(file.path).mode.to_s(8), file.fileno > 2, file.close_on_exec?
  lock = File::LOCK_EX | File::LOCK_NB
  p file.flock(lock), File.open(file.path) { |other| other.flock(lock) }
end
Dir.mktmpdir do |folder|
  File.open("#{folder}/a", 'wx', 0o604) { |file| p file.stat.mode.to_s(8) }
  File.symlink('a', "#{folder}/link")
  FileUtils.cp_r(folder, "#{folder}-copy")
  p Dir.children("#{folder}-copy").sort, File.readlink("#{folder}/link")
  FileUtils.rm_rf("#{folder}-copy")
  File.open("#{folder}/large", 'w+') do |file|
    file.seek(5 << 30)
    file.write('end')
    p file.size, file.pread(3, 5 << 30)
  end
  attempts = { "#{folder}/none" => 'r', "#{folder}/a" => 'wx', folder => 'w', "#{folder}/a/b" => 'r' }
  attempts.each do |path, mode|
    File.open(path, mode) { puts 'opened' }
  rescue SystemCallError => e
    p e.class
  end
  Zlib::GzipWriter.open("#{folder}/z") { |file| file.write('x' * 100_000) }
  p Zlib::GzipReader.open("#{folder}/z", &:read).size, JSON.parse('{"a": [1, null]}')
end
received = Queue.new
%w[USR1 USR2 HUP].each { |name| trap(name) { received << name } }
%w[USR1 USR2 HUP].each do |name|
  Process.kill(name, Process.pid)
  p received.pop
end
[
  'exit 5', 'abort "said"', 'raise ArgumentError, "uncaught"', 'exit!(7)',
  'at_exit { puts "bye" }; raise SystemExit',
  'Process.kill(:KILL, $$)', 'require "no_such_gem"', 'Thread.new { raise "in a thread" }.join', 'def x(',
  '$stderr.puts 1; $stdout.puts 2'
].each do |code|
  output, errors, status = Open3.capture3(RbConfig.ruby, '--disable-gems', '-e', code)
  errors = errors.gsub(/0x\h+|<internal:.*/, '…')
  puts "#{code}: #{status.exitstatus.inspect} #{status.termsig.inspect} #{output}#{errors}"
end
p File.read('/proc/self/environ').split("\0").map { |entry| entry[/\A[^=]*/] }.reject(&:empty?).sort
warn 'a warning', 'another'
raise 'the last one'
