using System.Collections.Frozen;
using System.Text;

namespace Pulumi.Embedded;

/// <summary>
/// The forms of invented text. They come from spaces that nothing real lives in and that a reader recognises: account
/// 000000000000, hosts under <c>.invalid</c>, addresses in 240.0.0.0/4, and <c>-invented-</c> in every name.
/// </summary>
internal static class InventedText
{
    private const string Account = "000000000000";
    private const string NoRegion = "us-east-1";

    /// <summary>Prefixes of AWS ids, by what the id is of: the type of a resource, or a property's name without its <c>Id</c>.</summary>
    private static readonly FrozenDictionary<string, string> _idPrefixes = new Dictionary<string, string>
    {
        ["accessPoint"] = "fsap",
        ["allocation"] = "eipalloc",
        ["association"] = "a",
        ["eip"] = "eipalloc",
        ["fileSystem"] = "fs",
        ["image"] = "ami",
        ["instance"] = "i",
        ["internetGateway"] = "igw",
        ["launchTemplate"] = "lt",
        ["mountTarget"] = "fsmt",
        ["natGateway"] = "nat",
        ["networkInterface"] = "eni",
        ["routeTable"] = "rtb",
        ["routeTableAssociation"] = "rtbassoc",
        ["securityGroup"] = "sg",
        ["securityGroupRule"] = "sgrule",
        ["subnet"] = "subnet",
        ["volume"] = "vol",
        ["vpc"] = "vpc",
        ["vpcEndpoint"] = "vpce",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Resources whose id is their ARN.</summary>
    private static readonly FrozenSet<string> _arnIsId = FrozenSet.ToFrozenSet(
        ["aws:acm/certificate:Certificate", "aws:iam/policy:Policy", "aws:secretsmanager/secret:Secret", "aws:sns/topic:Topic"], StringComparer.Ordinal);

    /// <summary>AWS services whose ARNs name no region.</summary>
    private static readonly FrozenSet<string> _global = FrozenSet.ToFrozenSet(["iam", "route53"], StringComparer.Ordinal);

    /// <summary>The id of a resource.</summary>
    /// <param name="name">The name that the program gave it; null where it gave none.</param>
    public static string Id(InventedIdentity owner, string? name) => owner switch
    {
        { KnownId: { } known } => known,
        { Package: "aws" } when _arnIsId.Contains(owner.Type) => Arn(owner, name),
        { Type: "aws:kms/key:Key" } => Uuid(owner, "id"),
        { Package: "aws" } when IdOf(owner, owner.Kind, "id") is { } id => id,
        _ => name ?? Name(owner),
    };

    /// <summary>What a provider would name a resource that the program leaves unnamed.</summary>
    public static string Name(InventedIdentity owner) => $"{Shortened(owner.Name, 40)}-invented-{owner.Digits("name", 10)}";

    /// <summary>A property with a name whose meaning is known; null for every other.</summary>
    /// <param name="path">Where the value stands below its owner; its last part is the property's name.</param>
    public static string? OfKnownName(InventedIdentity owner, string path, string id)
    {
        var property = path[(path.LastIndexOf('.') + 1)..];
        bool Ends(params ReadOnlySpan<string> words)
        {
            foreach (var word in words)
            {
                if (property == word || property.EndsWith(char.ToUpperInvariant(word[0]) + word[1..], StringComparison.Ordinal))
                    return true;
            }

            return false;
        }

        return property switch
        {
            "id" => path == property ? id : Name(owner, path),
            "arn" => path == property ? Arn(owner, id) : $"{Arn(owner, id)}/{owner.Digits(path, 10)}",
            "accountId" or "ownerId" or "registryId" => Account,
            "partition" => "aws",
            "data" when path.Contains("ertificate", StringComparison.Ordinal) => Certificate(owner),
            "certificate" or "caCertificate" or "certificateAuthority" => Certificate(owner),
            "kubeconfig" or "kubeconfigJson" => Kubeconfig(owner),
            _ when Ends("region") => owner.Region ?? NoRegion,
            _ when Ends("arn") => $"{Arn(owner, id)}/{owner.Digits(path, 10)}",
            _ when Ends("keyId") => path == "keyId" && owner.Kind == "key" ? id : Uuid(owner, path),
            _ when Ends("id") && path == $"{owner.Kind}Id" => id,
            _ when Ends("id") => IdOf(owner, property[..^2], path) ?? Name(owner, path),
            _ when Ends("url", "endpoint", "issuer") => $"https://{Host(owner, path)}",
            _ when Ends("dnsName", "domainName", "hostname", "address", "host") => Host(owner, path),
            _ when Ends("ip", "ipAddress") => Address(owner, path),
            _ when Ends("cidr", "cidrBlock") => "240.0.0.0/4",
            _ when Ends("date", "time", "timestamp") || property.EndsWith("At", StringComparison.Ordinal) => "1970-01-01T00:00:00Z",
            "name" or "bucket" when path == property => owner.Package == "aws" && (IdOf(owner, owner.Kind, "id") is not null || id.StartsWith("arn:", StringComparison.Ordinal)) ? Name(owner) : id,
            _ when path == $"{owner.Kind}Name" => Name(owner),
            _ => null,
        };
    }

    /// <summary>Any other text.</summary>
    public static string Name(InventedIdentity owner, string path)
        => $"{Shortened(owner.Name, 40)}-{Shortened(path.Replace('.', '-'), 40).ToLowerInvariant()}-invented-{owner.Digits(path, 10)}";

    private static string? IdOf(InventedIdentity owner, string what, string purpose)
    {
        var known = _idPrefixes.Keys.Where(kind => what == kind || what.EndsWith(char.ToUpperInvariant(kind[0]) + kind[1..], StringComparison.Ordinal));
        return known.OrderByDescending(kind => kind.Length).FirstOrDefault() is { } longest
            ? $"{_idPrefixes[longest]}-0000{owner.Digits(purpose, 13)}"
            : null;
    }

    private static string Arn(InventedIdentity owner, string? id)
    {
        var name = id ?? Name(owner);
        if (owner.Module == "s3")
            return $"arn:aws:s3:::{name}";
        var region = _global.Contains(owner.Module) ? "" : owner.Region ?? NoRegion;
        return name.StartsWith("arn:", StringComparison.Ordinal) ? name : $"arn:aws:{owner.Module}:{region}:{Account}:{owner.Kind.ToLowerInvariant()}/{name}";
    }

    private static string Uuid(InventedIdentity owner, string purpose)
    {
        var digits = owner.Digits(purpose, 20);
        return $"00000000-0000-{digits[..4]}-{digits[4..8]}-{digits[8..]}";
    }

    private static string Host(InventedIdentity owner, string path) => $"{owner.Digits(path, 10)}.{Label(owner.Name)}.invalid";

    private static string Address(InventedIdentity owner, string path)
    {
        var bits = Convert.ToUInt32(owner.Digits(path, 8), 16);
        return $"{240 | (bits >> 24 & 15)}.{bits >> 16 & 255}.{bits >> 8 & 255}.{bits & 255}";
    }

    /// <summary>Base64 of what looks like a certificate, as kubeconfigs hold it.</summary>
    private static string Certificate(InventedIdentity owner)
    {
        var body = Convert.ToBase64String(Encoding.UTF8.GetBytes($"invented {owner.Digits("certificate", 32)}"));
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----\n"));
    }

    private static string Kubeconfig(InventedIdentity owner)
        => "{\"apiVersion\":\"v1\",\"kind\":\"Config\",\"clusters\":[{\"name\":\"invented\",\"cluster\":{\"server\":\"https://"
            + Host(owner, "kubeconfig")
            + "\"}}],\"contexts\":[{\"name\":\"invented\",\"context\":{\"cluster\":\"invented\",\"user\":\"invented\"}}],\"current-context\":\"invented\",\"users\":[{\"name\":\"invented\",\"user\":{}}]}";

    private static string Label(string name)
    {
        var label = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        return Shortened(label.Trim('-'), 40) is { Length: > 0 } text ? text : "invented";
    }

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..length].TrimEnd('-');
}
