using System.Text.RegularExpressions;

namespace Infra.Planning.Policies.Security;

/// <summary>Knows a secret by its name or its form. It says nothing of what it has read.</summary>
internal static partial class SecretNames
{
    /// <summary>Whether a name means a secret, e.g. <c>HF_TOKEN</c> or <c>db-password</c>. What names where a secret is kept is none.</summary>
    public static bool Means(string name) => Word().IsMatch(name) && !Elsewhere().IsMatch(name);

    /// <summary>Whether a text has the form of a known kind of key.</summary>
    public static bool Is(string text) => Form().IsMatch(text);

    [GeneratedRegex(@"(^|[_.\-])(password|passwd|secret|token|api[_\-]?key|access[_\-]?key|private[_\-]?key|credentials?)([_.\-]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[_.\-]?(file|path|name|ref|url|uri|endpoint|ttl|id_header|arn|dir|length|limit|max|count)s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elsewhere();

    // AWS, Hugging Face, GitHub, OpenAI, Slack, PEM.
    [GeneratedRegex(@"\b(AKIA|ASIA)[A-Z0-9]{16}\b|\bhf_[A-Za-z0-9]{30,}|\bgh[pousr]_[A-Za-z0-9]{36,}|\bsk-[A-Za-z0-9_\-]{32,}|\bxox[abp]-[A-Za-z0-9\-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY-----", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
