# A token for a member, by ES256, with Ruby's standard library.
require 'json'
require 'openssl'

def encode(part)
  [part].pack('m0').tr('+/', '-_').delete('=')
end

def mint(key, kid:, issuer:, community:, member:, name:)
  now = Time.now.to_i
  header = { alg: 'ES256', typ: 'JWT', kid: kid }
  claims = { iss: issuer, aud: community, sub: member, name: name, iat: now, exp: now + 600 }
  said = [header, claims].map { |part| encode(JSON.generate(part)) }.join('.')
  # A JWT wants the signature's two numbers side by side, not in DER.
  numbers = OpenSSL::ASN1.decode(key.sign('SHA256', said)).value
  "#{said}.#{encode(numbers.map { |number| [number.value.to_s(16).rjust(64, '0')].pack('H*') }.join)}"
end

puts mint(
  OpenSSL::PKey.read(File.read(ENV.fetch('KITH_KEY'))),
  kid: ENV.fetch('KITH_KID'),
  issuer: ENV.fetch('KITH_ISSUER'),
  community: ENV.fetch('KITH_COMMUNITY'),
  member: ENV.fetch('KITH_MEMBER'),
  name: ENV.fetch('KITH_NAME')
)
