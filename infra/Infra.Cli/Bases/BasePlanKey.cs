using System.Security.Cryptography;
using System.Text;

namespace Infra.Cli.Bases;

/// <summary>The name under which a plan is kept: everything that makes it, as a checksum.</summary>
internal static class BasePlanKey
{
    private const int ShortCommit = 12;
    private const int ShortHash = 16;

    public static string Of(RevisionPlace place, PlanRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in (IEnumerable<string>)[place.Commit, request.Environment, place.InProject(""), place.ConfigFile ?? "", .. request.StackExports.Select(static export => export.Stack)])
        {
            Append(hash, Encoding.UTF8.GetBytes(text));
        }
        foreach (var file in place.ForeignFiles(request))
        {
            Append(hash, File.ReadAllBytes(file));
        }
        return $"{request.Environment}-{place.Commit[..ShortCommit]}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..ShortHash]}";
    }

    // With its length: 'ab' and 'c' are not 'a' and 'bc'.
    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
