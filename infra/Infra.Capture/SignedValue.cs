using Infra.Planning.Model;

namespace Infra.Capture;

/// <summary>What an object with a <see cref="Signature"/> stands for. Of a secret nothing is left, not even with <c>--show-secrets</c>.</summary>
internal static class SignedValue
{
    /// <summary>The hash of no bytes at all: an asset of empty text has nothing else.</summary>
    private const string HashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static readonly string[] _sources = ["path", "uri", "text"];

    public static PlanValue Of(ValueMap signed) => Text(signed, Signature.Key) switch
    {
        Signature.Secret => PlanValue.Secret.Instance,
        Signature.Asset => Asset(signed),
        Signature.Archive => Archive(signed),
        Signature.ResourceReference => Reference(signed),
        Signature.OutputValue => Output(signed),
        // Texts that aren't UTF-8 and numbers that aren't finite: a plan can't have them. And what later versions bring.
        _ => PlanValue.Unknown.Instance,
    };

    private static PlanValue Asset(ValueMap signed)
    {
        if (Source(signed) is not var (key, value))
        {
            return Text(signed, "hash") == HashOfNothing ? new PlanValue.Asset(Content("text", "")) : PlanValue.Unknown.Instance;
        }

        return new PlanValue.Asset(key == "path" && Text(signed, "hash") is { } hash
            ? ValueMap.Create([new(key, value), new("sha256", new PlanValue.String(hash))])
            : ValueMap.Create([new(key, value)]));
    }

    /// <summary>Without its hash, which is of an archive that Pulumi packs itself and not of the file.</summary>
    private static PlanValue Archive(ValueMap signed)
    {
        if (Source(signed) is var (key, value) && key != "text")
        {
            return new PlanValue.Archive(ValueMap.Create([new(key, value)]));
        }

        return signed.TryGetValue("assets", out var assets) && assets is PlanValue.Object { Properties.Values: var parts }
            && parts.All(static part => part is PlanValue.Asset or PlanValue.Archive)
                ? new PlanValue.Archive(ValueMap.Create([new("assets", assets)]))
                : PlanValue.Unknown.Instance;
    }

    /// <summary>A resource as a value is its id, and a component, which has none, its URN.</summary>
    private static PlanValue Reference(ValueMap signed)
    {
        if (!signed.TryGetValue("id", out var id))
        {
            return Text(signed, "urn") is { } urn ? new PlanValue.String(urn) : PlanValue.Unknown.Instance;
        }

        return id is PlanValue.String { Value.Length: > 0 } ? id : PlanValue.Unknown.Instance;
    }

    private static PlanValue Output(ValueMap signed)
    {
        if (signed.TryGetValue("secret", out var secret) && secret is PlanValue.Bool { Value: true })
        {
            return PlanValue.Secret.Instance;
        }

        return signed.TryGetValue("value", out var value) ? value : PlanValue.Unknown.Instance;
    }

    private static (string Key, PlanValue Value)? Source(ValueMap signed)
    {
        foreach (var key in _sources)
        {
            if (signed.TryGetValue(key, out var value) && value is PlanValue.String)
            {
                return (key, value);
            }
        }

        return null;
    }

    private static ValueMap Content(string key, string text) => ValueMap.Create([new(key, new PlanValue.String(text))]);

    private static string? Text(ValueMap map, string key) => map.TryGetValue(key, out var value) && value is PlanValue.String { Value: var text } ? text : null;
}
