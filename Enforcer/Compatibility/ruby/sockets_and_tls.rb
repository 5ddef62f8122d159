# TCP, UDP and Unix sockets, Net::HTTP, OpenSSL server and client, names, refusals.
require 'net/http'
require 'openssl'
require 'socket'
require 'tmpdir'

server = TCPServer.new('127.0.0.1', 0)
port = server.addr[1]
answer = ->(client) { client.write(client.gets.upcase) && client.close }
echo = Thread.new { 3.times { answer.call(server.accept) } }
3.times do |number|
  TCPSocket.open('127.0.0.1', port) do |client|
    client.puts "request #{number}"
    p client.read
  end
end
echo.join
begin
  TCPSocket.new('127.0.0.1', 1)
rescue SystemCallError => e
  p e.class
end
receiver = UDPSocket.new.tap { |socket| socket.bind('127.0.0.1', 0) }
UDPSocket.new.send('datagram', 0, '127.0.0.1', receiver.addr[1])
p receiver.recvfrom(99).first
Dir.mktmpdir do |folder|
  UNIXServer.open("#{folder}/socket") do |local|
    Thread.new { local.accept.then { |client| client.write('by a path') && client.close } }
    p UNIXSocket.open("#{folder}/socket", &:read)
  end
end
left, right = UNIXSocket.pair
left.send_io($stdout)
p right.recv_io.fileno > 2
p Addrinfo.getaddrinfo('127.0.0.1', 80, nil, :STREAM).map(&:ip_address), Socket.getaddrinfo('::1', 80)[0][3]
begin
  Addrinfo.getaddrinfo('bad name', 80)
rescue SocketError => e
  p e.class
end

tls = ENV.fetch('COMPATIBILITY_TLS')
context = OpenSSL::SSL::SSLContext.new
context.cert = OpenSSL::X509::Certificate.new(File.read("#{tls}/certificate.pem"))
context.key = OpenSSL::PKey.read(File.read("#{tls}/key.pem"))
secure = OpenSSL::SSL::SSLServer.new(TCPServer.new('127.0.0.1', 0), context)
Thread.new do
  loop do
    client = secure.accept
    request = client.gets
    nil until client.gets.strip.empty?
    client.write("HTTP/1.1 200 OK\r\nContent-Length: #{request.size}\r\nConnection: close\r\n\r\n#{request}")
    client.close
  rescue OpenSSL::SSL::SSLError
    next # the client that trusts nobody
  end
end
ask = lambda do |**options|
  options.update(use_ssl: true, ipaddr: '127.0.0.1')
  Net::HTTP.start('localhost', secure.addr[1], **options) { |http| http.get('/path').body }
end
p ask.call(ca_file: "#{tls}/certificate.pem")
begin
  ask.call
rescue OpenSSL::SSL::SSLError => e
  p e.class
end
p OpenSSL::Digest::SHA256.hexdigest('parapet'), OpenSSL::HMAC.hexdigest('sha256', 'key', 'text')
cipher = OpenSSL::Cipher.new('aes-256-gcm').encrypt
cipher.key = 'k' * 32
cipher.iv = 'n' * 12
p (cipher.update('text') + cipher.final).unpack1('H*'), cipher.auth_tag.unpack1('H*')
p OpenSSL::PKey::RSA.new(2048).then { |key| key.public_key.verify('sha256', key.sign('sha256', 'x'), 'x') }
