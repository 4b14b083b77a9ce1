using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Infra.Cli.Options;
using Infra.Core.Configuration;
using Infra.Planning.Policies;
using Infra.Planning.Policies.Suppressions;

namespace Infra.Cli.Policies;

/// <summary>How strictly <c>check</c> judges, when, and what is accepted.</summary>
internal sealed class CheckOptions(Func<DateOnly> today)
{
    private readonly Option<string?> _severity = new("--severity")
    {
        Description = $"Fail from this severity on: {string.Join(", ", PolicySeverities.Names)}. Default: error",
        HelpName = "severity",
    };

    private readonly Option<string?> _on = new("--on")
    {
        Description = "Judge versions and suppressions as of this day (YYYY-MM-DD). Default: today",
        HelpName = "date",
    };

    private readonly Option<string?> _suppressions = new("--suppressions")
    {
        Description = $"What is accepted for now, and why. Default: {SuppressionFile.Name} beside Pulumi.yaml, or in the folder of --manifests",
        HelpName = "file",
    };

    public void AddTo(Command command)
    {
        command.Add(_severity);
        command.Add(_on);
        command.Add(_suppressions);
    }

    /// <param name="result">The command line.</param>
    /// <param name="folder">Where the suppressions are by default.</param>
    /// <exception cref="UsageException">A value has not the form it needs.</exception>
    public PolicyOptions Read(ParseResult result, string folder)
    {
        var severity = OptionValue.Known(result.GetValue(_severity), "severity", PolicySeverities.Names);
        return new PolicyOptions(Day(result.GetValue(_on)))
        {
            Gate = severity is null ? PolicySeverity.Error : PolicySeverities.Parse(severity)!.Value,
            Suppressions = Suppressions(result.GetValue(_suppressions), folder),
        };
    }

    /// <summary>By default, as of today.</summary>
    /// <param name="folder">Where the suppressions are.</param>
    /// <exception cref="UsageException">The file of suppressions isn't right.</exception>
    public PolicyOptions ByDefault(string folder) => new(today()) { Suppressions = Suppressions(null, folder) };

    /// <summary>By default, and on no day: what says the same tomorrow has no last day and no end of support.</summary>
    /// <param name="folder">Where the suppressions are.</param>
    /// <exception cref="UsageException">The file of suppressions isn't right.</exception>
    public PolicyOptions OnNoDay(string folder) => new(DateOnly.MinValue) { Suppressions = Suppressions(null, folder) };

    private DateOnly Day(string? text) => text switch
    {
        null => today(),
        _ when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => throw new UsageException($"{_on.Name} is {Shown.Quoted(text)}; allowed: a day as YYYY-MM-DD, such as 2027-03-01"),
    };

    private ImmutableArray<PolicySuppression> Suppressions(string? file, string folder)
    {
        var found = Path.Combine(folder, SuppressionFile.Name);
        if (file is null && !File.Exists(found))
        {
            return [];
        }

        var name = file is null ? SuppressionFile.Name : InputFile.Shown(file);
        using var text = new StreamReader(InputFile.Open(_suppressions.Name, file ?? found));
        var problems = new ConfigProblems();
        var suppressions = SuppressionFile.Read(name, text.ReadToEnd(), problems);
        return problems.IsEmpty ? suppressions : throw new UsageException(problems.Render(name));
    }
}
