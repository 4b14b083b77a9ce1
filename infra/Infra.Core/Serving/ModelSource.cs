namespace Infra.Core.Serving;

/// <summary>Where a model's files come from.</summary>
public abstract record ModelSource
{
    /// <summary>Forms that <see cref="TryParse"/> accepts, for messages.</summary>
    public const string Allowed = "allowed are s3://BUCKET/PATH, where BUCKET is a bucket of gpu-inference:storage and PATH has letters, digits and - _ . = only, https://HOST/PATH.tar.gz without credentials, port or query, and hf://ORGANISATION/NAME@REVISION, where REVISION is a commit or tag";

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

    /// <summary>Which kind it is.</summary>
    /// <param name="source">A source; null for none.</param>
    public static ModelSourceKind KindOf(ModelSource? source) => source switch
    {
        null => ModelSourceKind.None,
        S3 => ModelSourceKind.S3,
        Https => ModelSourceKind.Archive,
        HuggingFace => ModelSourceKind.HuggingFace,
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

    private static HuggingFace? OfHub(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (repository, revision) = at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
        return repository.Split('/') is [{ Length: > 0 }, { Length: > 0 }] && revision.Length > 0 && $"{repository}{revision}".All(c => IsSafe(c) && c != '=')
            ? new HuggingFace(new HubModel(repository, revision))
            : null;
    }

    // S3 allows more, but * and ? are wildcards in the IAM policy that grants the path.
    private static bool IsSafe(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '=';
}
