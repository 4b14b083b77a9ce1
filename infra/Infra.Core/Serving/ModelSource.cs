namespace Infra.Core.Serving;

/// <summary>Where a model's files come from.</summary>
public abstract record ModelSource
{
    /// <summary>Forms that <see cref="TryParse"/> accepts, for messages.</summary>
    public const string Allowed = "allowed are s3://BUCKET/PATH, where BUCKET is a bucket of gpu-inference:storage and PATH has letters, digits and - _ . = only, and https://HOST/PATH.tar.gz without credentials, port or query";

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

    // S3 allows more, but * and ? are wildcards in the IAM policy that grants the path.
    private static bool IsSafe(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.' or '=';
}
