using System.Security.Cryptography;
using System.Text;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>File names from the names of objects, for every file system: also for those that don't tell upper from lower case.</summary>
internal static class ManifestFileName
{
    // 255 is what file systems take; some tools add a suffix of their own.
    private const int MaxLength = 200;
    private const int Digits = 8;

    /// <param name="parts">Empty ones are left out.</param>
    public static string Of(IEnumerable<string> parts, string extension)
    {
        var name = string.Join('.', parts.Where(static part => part.Length > 0));
        var safe = string.Concat(name.Select(static c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : c is '.' or '-' ? c : '_'));
        if (safe.Length > MaxLength - extension.Length)
        {
            safe = safe[..(MaxLength - extension.Length - Digits - 1)];
        }

        // What had to be changed could meet another name that was changed to the same.
        return safe == name ? safe + extension : $"{safe}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..Digits]}{extension}";
    }
}
