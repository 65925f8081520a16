<?php
// A token for a member, by HS256, with PHP's standard library.
declare(strict_types=1);

function encode(string $part): string
{
    return rtrim(strtr(base64_encode($part), '+/', '-_'), '=');
}

function mint(string $secret, string $kid, string $issuer, string $community, string $member, string $name): string
{
    $now = time();
    $header = ['alg' => 'HS256', 'typ' => 'JWT', 'kid' => $kid];
    $claims = ['iss' => $issuer, 'aud' => $community, 'sub' => $member, 'name' => $name, 'iat' => $now, 'exp' => $now + 600];
    $said = encode(json_encode($header, JSON_THROW_ON_ERROR)) . '.' . encode(json_encode($claims, JSON_THROW_ON_ERROR));
    return $said . '.' . encode(hash_hmac('sha256', $said, $secret, true));
}

echo mint(
    file_get_contents(getenv('KITH_KEY')),
    getenv('KITH_KID'),
    getenv('KITH_ISSUER'),
    getenv('KITH_COMMUNITY'),
    getenv('KITH_MEMBER'),
    getenv('KITH_NAME'),
), "\n";
