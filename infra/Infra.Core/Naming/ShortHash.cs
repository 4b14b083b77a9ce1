using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Infra.Core.Naming;

internal static class ShortHash
{
    /// <summary>Eight lower-case hexadecimal digits: enough to keep apart the few names of one platform that are cut alike.</summary>
    public static string Of(string text) =>
        // The UTF-16 text as it is: an encoder would replace broken surrogates, and so make different texts equal.
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())))[..8];
}
