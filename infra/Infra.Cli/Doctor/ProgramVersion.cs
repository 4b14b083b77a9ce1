using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Cli.Doctor;

/// <summary>Versions that programs tell.</summary>
internal static partial class ProgramVersion
{
    /// <summary>The first three numbers in a text; null for none.</summary>
    public static Version? In(string text) => Numbers().Match(text) is { Success: true } match
        ? new Version(Number(match, 1), Number(match, 2), Number(match, 3))
        : null;

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"([0-9]{1,5})\.([0-9]{1,5})\.([0-9]{1,5})")]
    private static partial Regex Numbers();
}
