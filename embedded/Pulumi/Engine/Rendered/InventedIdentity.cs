using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Pulumi.Serialization;

namespace Pulumi.Embedded;

/// <summary>Who an invented value belongs to: a resource, or a call of a function. All that is invented is derived from it.</summary>
/// <param name="Key">The URN, or the function and its arguments: no two have the same.</param>
/// <param name="Type">The type token, or the function's.</param>
/// <param name="Name">For people to recognise.</param>
/// <param name="KnownId">The id of a resource that is only read.</param>
/// <param name="Region">Where the provider works, as far as it says so.</param>
internal sealed record InventedIdentity(string Key, string Type, string Name, string? KnownId, string? Region)
{
    private const string Function = "urn:pulumi:function::";

    /// <summary>The package: <c>aws</c>.</summary>
    public string Package => Type.Split(':')[0];

    /// <summary>The module inside the package: <c>ec2</c> of <c>aws:ec2/vpc:Vpc</c>.</summary>
    public string Module => Type.Split(':') is [_, var module, _] ? module.Split('/')[0] : Package;

    /// <summary>The last part of the type, as a word of a property name: <c>vpc</c>.</summary>
    public string Kind => WireName(Type[(Type.LastIndexOf(':') + 1)..]);

    /// <summary>The same call with the same arguments gives the same values.</summary>
    public static InventedIdentity OfCall(string token, ImmutableDictionary<string, object?> args, string? region)
    {
        var called = WireName(token[(token.LastIndexOf(':') + 1)..]);
        var name = ValueReader.Read(args.GetValueOrDefault("name")).Plain as string ?? called;
        return new InventedIdentity(Function + token + Canonical(args), token, name, KnownId: null, region);
    }

    /// <summary>Hexadecimal digits that belong to this identity and purpose alone.</summary>
    public string Digits(string purpose, int count)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Key}\n{purpose}")))[..count];

    private static string WireName(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Canonical(object? tree) => tree switch
    {
        null => "null",
        SecretValue secret => Canonical(secret.Value),
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        ImmutableArray<object?> list => $"[{string.Join(',', list.Select(Canonical))}]",
        ImmutableDictionary<string, object?> map =>
            $"{{{string.Join(',', map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{Canonical(entry.Key)}:{Canonical(entry.Value)}"))}}}",
        _ => tree.ToString()!,
    };
}
