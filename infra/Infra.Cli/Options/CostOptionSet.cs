using System.CommandLine;
using System.Globalization;
using Infra.Planning.Costs;

namespace Infra.Cli.Options;

/// <summary>What an estimate has to be told.</summary>
internal sealed class CostOptionSet
{
    private readonly Option<string?> _on = new("--on")
    {
        Description = "The day of the bill: it decides between standard and extended support of EKS. Default: standard, and the other beside it",
        HelpName = "yyyy-mm-dd",
    };

    private readonly Option<string?> _use = new("--use")
    {
        Description = "How much of what its scaler wants of a replica it does on average, for costs per request or token. Default: 100",
        HelpName = "percent",
    };

    public void AddTo(Command command)
    {
        command.Add(_on);
        command.Add(_use);
    }

    /// <exception cref="UsageException">A value is none.</exception>
    public CostOptions Read(ParseResult result) => new() { On = Day(result), Use = Use(result) };

    private DateOnly? Day(ParseResult result) => result.GetValue(_on) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => throw new UsageException($"{_on.Name} is '{text}'; allowed: a day, such as 2027-04-01"),
    };

    private decimal Use(ParseResult result) => OptionValue.Positive(_use, result) switch
    {
        null => 1,
        <= 100 and var percent => percent / 100m,
        var percent => throw new UsageException($"{_use.Name} is '{percent}'; allowed: a whole number from 1 to 100"),
    };
}
