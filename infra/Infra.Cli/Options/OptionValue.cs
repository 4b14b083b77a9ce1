using System.CommandLine;
using System.Globalization;
using Infra.Core.Configuration;
using Infra.Core.Units;

namespace Infra.Cli.Options;

/// <summary>Reads what options have as text, so that a wrong value gets an answer in our own words.</summary>
internal static class OptionValue
{
    /// <exception cref="UsageException">The name is not among the known ones.</exception>
    public static string? Known(string? name, string kind, IEnumerable<string> known)
    {
        var names = known.Distinct().Order(StringComparer.Ordinal).ToList();
        if (name is null || names.Contains(name))
        {
            return name;
        }
        var hint = Suggestion.Nearest(name, names) is { } nearest ? $"did you mean '{nearest}'? " : "";
        throw new UsageException($"there is no {kind} '{name}'; {hint}there are: {string.Join(", ", names)}");
    }

    /// <exception cref="UsageException">The value is no positive number.</exception>
    public static int? Positive(Option<string?> option, ParseResult result) => result.GetValue(option) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        var text => throw new UsageException($"{option.Name} is '{text}'; allowed: a whole number, 1 or more"),
    };

    /// <exception cref="UsageException">The value is no size, or less than a mebibyte.</exception>
    public static ByteSize? Size(Option<string?> option, ParseResult result) => result.GetValue(option) switch
    {
        null => null,
        // A forgotten unit would let everything pass, and nobody would notice.
        var text when ByteSize.TryParse(text, out var size) && size < ByteSize.FromMebibytes(1) =>
            throw new UsageException($"{option.Name} is '{text}', which counts bytes; name the unit, such as {text}Gi"),
        var text when ByteSize.TryParse(text, out var size) => size,
        var text => throw new UsageException($"{option.Name} is '{text}'; allowed: {ByteSize.AllowedForm}"),
    };
}
