using System.Collections.Immutable;

namespace Infra.Core.Serving;

/// <summary>Where a model's files come from.</summary>
public abstract record ModelSource
{
    private static readonly ImmutableArray<string> _forms =
    [
        "s3://BUCKET/PATH, where BUCKET is a bucket of gpu-inference:storage and PATH has letters, digits and - _ . = only",
        "https://HOST/PATH.tar.gz without credentials, port or query",
        "hf://ORGANISATION/NAME@REVISION, where REVISION is a commit or tag",
        "pvc://VOLUME/PATH, where VOLUME is a volume of gpu-inference:storage",
        "oci://IMAGE with a tag other than latest or a digest",
    ];

    private ModelSource()
    {
    }

    /// <summary>A directory in a bucket of the environment.</summary>
    /// <param name="Bucket">Name of the bucket in the configuration, not the bucket's name in S3.</param>
    /// <param name="Path">Directory that holds the model's versions, without slashes at either end.</param>
    public sealed record S3(string Bucket, string Path) : ModelSource;

    /// <summary>A gzipped tar archive that holds one SavedModel at any depth.</summary>
    /// <param name="Url">Address; https only.</param>
    public sealed record Https(Uri Url) : ModelSource;

    /// <summary>A repository at Hugging Face, which the server itself downloads.</summary>
    /// <param name="Model">Repository and revision.</param>
    public sealed record HuggingFace(HubModel Model) : ModelSource;

    /// <summary>A directory of a volume of the environment, mounted read-only.</summary>
    /// <param name="Volume">Name of the volume in the configuration, and of its claim.</param>
    /// <param name="Path">Directory that holds what the runtime reads, without slashes at either end; empty for all of the volume.</param>
    public sealed record Pvc(string Volume, string Path) : ModelSource;

    /// <summary>An image whose files are the model, mounted read-only.</summary>
    /// <param name="Image">The image, with tag or digest.</param>
    public sealed record Oci(string Image) : ModelSource;

    /// <summary>What <see cref="TryParse"/> would accept in the place of a text, for messages: the form of its scheme, and all forms where it has none of them.</summary>
    /// <param name="text">What isn't accepted.</param>
    public static string AllowedFor(string text) => _forms.FirstOrDefault(form => text.StartsWith(form[..(form.IndexOf(':', StringComparison.Ordinal) + 3)], StringComparison.Ordinal)) is { } meant
        ? $"allowed is {meant}"
        : $"allowed are {string.Join("; ", _forms)}";

    /// <summary>Which kind it is.</summary>
    /// <param name="source">A source; null for none.</param>
    public static ModelSourceKind KindOf(ModelSource? source) => source switch
    {
        null => ModelSourceKind.None,
        S3 => ModelSourceKind.S3,
        Https => ModelSourceKind.Archive,
        HuggingFace => ModelSourceKind.HuggingFace,
        Pvc => ModelSourceKind.Volume,
        Oci => ModelSourceKind.Image,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    /// <summary>Reads the written form.</summary>
    public static ModelSource? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith("s3://", StringComparison.Ordinal))
        {
            var rest = text["s3://".Length..];
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            var path = slash < 0 ? "" : rest[(slash + 1)..].Trim('/');
            return slash <= 0 || path.Length == 0 || !path.All(IsSafe) || path.Split('/').Any(step => step is "" or "." or "..") ? null : new S3(rest[..slash], path);
        }

        if (text.StartsWith("hf://", StringComparison.Ordinal))
        {
            return OfHub(text["hf://".Length..]);
        }

        if (text.StartsWith("pvc://", StringComparison.Ordinal))
        {
            return OfVolume(text["pvc://".Length..]);
        }

        if (text.StartsWith("oci://", StringComparison.Ordinal))
        {
            return IsImage(text["oci://".Length..]) ? new Oci(text["oci://".Length..]) : null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme == Uri.UriSchemeHttps
            // Credentials would stand in the plan, and the network policy lets pods out on 443 only.
            && uri.UserInfo.Length == 0
            && uri.IsDefaultPort
            && uri.Query.Length == 0
            && uri.Fragment.Length == 0
            && (uri.AbsolutePath.EndsWith(".tar.gz", StringComparison.Ordinal) || uri.AbsolutePath.EndsWith(".tgz", StringComparison.Ordinal))
            ? new Https(uri)
            : null;
    }

    // The branch that every repository has; what is in it tomorrow nobody knows.
    private static HuggingFace? OfHub(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (repository, revision) = at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
        return repository.Split('/') is [{ Length: > 0 }, { Length: > 0 }] && revision is not ("" or "main") && $"{repository}{revision}".All(c => IsSafe(c) && c != '=')
            ? new HuggingFace(new HubModel(repository, revision))
            : null;
    }

    private static Pvc? OfVolume(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (volume, path) = slash < 0 ? (text, "") : (text[..slash], text[(slash + 1)..].Trim('/'));
        return volume.Length > 0 && $"{volume}{path}".All(IsSafe) && (path.Length == 0 || !path.Split('/').Any(step => step is "" or "." or "..")) ? new Pvc(volume, path) : null;
    }

    // A tag may be moved, which nothing can help; latest is one that is meant to be.
    private static bool IsImage(string text)
    {
        var name = text[(text.LastIndexOf('/') + 1)..];
        var at = name.IndexOfAny([':', '@']);
        var version = at < 0 ? "" : name[(at + 1)..];
        return at > 0 && version.Length > 0 && version != "latest" && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or ':' or '@');
    }

    // S3 allows more, but * and ? are wildcards in the IAM policy that grants the path.
    private static bool IsSafe(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '=';
}
