namespace Infra.Cli.Tests.Secrets;

/// <summary>How each command is used that there is: those that read an environment, and those that don't.</summary>
internal static class CommandUses
{
    /// <summary>Stands for the options that name the environment, its file and more.</summary>
    public const string Environment = "ENVIRONMENT";

    /// <summary>Stands for a folder to write to.</summary>
    public const string Out = "OUT";

    /// <summary>Stands for a plan file to compare with.</summary>
    public const string Base = "BASE";

    /// <summary>Stands for a file to write.</summary>
    public const string Page = "PAGE";

    /// <summary>By the command's name: all ways of using it that write something else.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } = new Dictionary<string, string[]>
    {
        ["preview"] = [$"preview {Environment}", $"preview {Environment} --json"],
        ["diff"] = [$"diff {Environment} --base {Base} --full", $"diff {Environment} --base {Base} --json", $"diff {Environment} --base {Base} --markdown --full"],
        ["render"] = [$"render {Environment} --out {Out}", $"render {Environment} --out {Out} --json"],
        ["report"] =
        [
            $"report {Environment} --base {Base} --out {Page}", $"report {Environment} --base {Base} --markdown", $"report {Environment} --base {Base} --json",
        ],
        ["drain"] = [$"drain {Environment}", $"drain {Environment} --json"],
        ["cost"] = [$"cost {Environment}", $"cost {Environment} --json", $"cost {Environment} --markdown"],
        ["explain cost"] = [$"explain cost total {Environment}", $"explain cost total {Environment} --json"],
        ["place"] = [$"place {Environment}", $"place {Environment} --json", $"place {Environment} --markdown"],
        ["explain pod"] = [$"explain pod assistant {Environment}", $"explain pod assistant {Environment} --json"],
        ["check"] = [$"check {Environment}", $"check {Environment} --json", $"check {Environment} --sarif", $"check {Environment} --markdown"],
        ["explain rule"] = [],
        ["simulate"] =
        [
            $"simulate {Environment} --synthetic steady --rate assistant=1/s --duration 1m",
            $"simulate {Environment} --synthetic steady --rate assistant=1/s --duration 1m --against {Base} --json",
            $"simulate {Environment} --synthetic steady --rate assistant=1/s --duration 1m --markdown",
            $"simulate {Environment} --synthetic steady --rate assistant=1/s --duration 1m --html --out {Page}",
        ],
        // It edits the text of a file of the checkout, and prints the lines that differ.
        ["recommend"] = [],
        // It edits files of the checkout, and prints what diff prints.
        ["promote"] = [],
        ["rollback"] = [],
        ["upgrade"] = [],
        // It reads what Pulumi wrote, whose secrets are hidden already.
        ["drift"] = [],
        // It asks programs, and shows nothing of what they say but versions, names and codes: DoctorCheckTests.
        ["doctor"] = [],
        ["config check"] = [$"config check {Environment}", $"config check {Environment} --json"],
        ["explain model"] = [$"explain model assistant {Environment}", $"explain model assistant {Environment} --json"],
        ["catalog instances"] = [],
        ["catalog models"] = [],
        // They read no environment; what a load test must not show has tests of its own.
        ["loadtest"] = [],
        ["scenarios"] = [],
        ["pins resolve"] = [],
        // They work on a stack through an engine, which gives no secret to anybody; their own tests hold what they say.
        ["up"] = [],
        ["refresh"] = [],
        ["destroy"] = [],
        ["outputs"] = [],
        ["stacks"] = [],
        ["cancel"] = [],
        ["export"] = [],
        ["import"] = [],
        ["history"] = [],
        ["extend"] = [],
        ["reap"] = [],
    };

    /// <summary>Every use that reads an environment.</summary>
    public static IEnumerable<string> OfEnvironments => All.Values.SelectMany(uses => uses);
}
