using System.ComponentModel;
using System.Text.RegularExpressions;
using Infra.Automation.Engine;
using Infra.Planning.Model;

namespace Infra.Automation.Failures;

/// <summary>
/// Tells what a failure means by what the command line said: its exit code is 255 for all of them. The sentences are those of pulumi/pulumi v3.220.0; recordings of the real one hold the ones that could be provoked
/// (tests/Infra.Automation.Tests/Recorded), the others are cited where they are looked for.
/// </summary>
public static partial class FailureReader
{
    /// <param name="stack">The stack; null for what concerns none.</param>
    /// <returns>At least one.</returns>
    public static ValueList<StackFailure> Read(string? stack, EngineException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (exception.ExitCode is null)
        {
            return [NotStarted(stack, exception)];
        }

        var said = exception.StandardError.Length > 0 ? exception.StandardError : exception.StandardOutput;
        if (Refusal(stack, said) is { } refusal)
        {
            return [refusal];
        }

        var failed = ResourceFailures.Of(stack ?? "", exception);
        return failed.Count > 0 ? failed : [new UnknownFailure(stack, LastLines(said))];
    }

    /// <summary>Sentences that are the same wherever they turn up: on standard error, or in a message of the engine.</summary>
    internal static StackFailure? Refusal(string? stack, string said) =>
        Locked(stack, said)
        // pkg/backend/backenderr/backenderr.go
        ?? (NoStack().Match(said) is { Success: true } none ? new StackNotFound(none.Groups["name"].Value) : null)
        // The same file; of a state in a file or bucket: pkg/backend/diy/backend.go
        ?? (Exists().Match(said) is { Success: true } exists ? new StackExists(exists.Groups["name"].Value) : null)
        // pkg/cmd/pulumi/stack/stack_rm.go
        ?? (NotEmpty().Match(said) is { Success: true } rest ? new StackNotEmpty(rest.Groups["name"].Value) : null)
        // pkg/backend/backenderr/backenderr.go; pkg/backend/diy/{backend,meta,bucket}.go
        ?? (Login().IsMatch(said) ? new NotLoggedIn(stack, FirstError(said)) : null)
        // pkg/secrets/passphrase/manager.go, pkg/backend/secrets/providers.go
        ?? (Secrets().IsMatch(said) ? new SecretsLocked(stack, FirstError(said)) : null)
        // pkg/workspace/plugin.go
        ?? (Plugin().Match(said) is { Success: true } plugin ? new PluginMissing(stack, plugin.Groups["name"].Value, FirstError(said)) : (StackFailure?)null);

    private static StackFailure NotStarted(string? stack, EngineException exception) => exception.InnerException switch
    {
        Win32Exception => new EngineMissing(),
        { } inner when TooOld().Match(inner.Message) is { Success: true } old => new EngineTooOld(old.Groups["found"].Value, old.Groups["needed"].Value),
        _ => new UnknownFailure(stack, LastLines(exception.StandardError)),
    };

    /// <summary>A state in a file or bucket names its locks (pkg/backend/diy/lock.go); Pulumi Cloud answers 409 (sdk/go/auto/errors.go).</summary>
    private static StackLocked? Locked(string? stack, string said)
    {
        if (said.Contains("the stack is currently locked by", StringComparison.Ordinal))
        {
            return new StackLocked(stack ?? "", [.. Lock().Matches(said).Select(static found => new StackLock(found.Groups["file"].Value, found.Groups["owner"].Value, Time(found.Groups["time"].Value)))]);
        }

        return said.Contains("[409] Conflict: Another update is currently in progress", StringComparison.Ordinal) ? new StackLocked(stack ?? "", []) : null;
    }

    private static DateTimeOffset? Time(string text) => DateTimeOffset.TryParse(text, out var time) ? time : null;

    /// <summary>The first line that begins with <c>error:</c>, without it; the first line of all where there is none.</summary>
    private static string FirstError(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Without(lines.FirstOrDefault(static line => line.StartsWith("error:", StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? "it said nothing");
    }

    private static string LastLines(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? "it said nothing" : string.Join('\n', lines.TakeLast(3).Select(Without));
    }

    private static string Without(string line) => line.StartsWith("error:", StringComparison.Ordinal) ? line["error:".Length..].Trim() : line;

    [GeneratedRegex(@"no stack named '(?<name>[^']+)' found")]
    private static partial Regex NoStack();

    [GeneratedRegex(@"(?<![\w/])stack (?:named )?'?(?<name>[^\s']+)'? already exists")]
    private static partial Regex Exists();

    [GeneratedRegex(@"'(?<name>[^']+)' still has resources; removal rejected")]
    private static partial Regex NotEmpty();

    [GeneratedRegex(@"must be set for login|requires logging in|unable to open bucket|read "".pulumi/meta.yaml""|could not list bucket")]
    private static partial Regex Login();

    [GeneratedRegex("passphrase must be set with|incorrect passphrase|constructing secrets manager of type")]
    private static partial Regex Secrets();

    [GeneratedRegex(@"Could not automatically download and install \w+ plugin 'pulumi-\w+-(?<name>[^']+)'")]
    private static partial Regex Plugin();

    [GeneratedRegex(@"^\s*(?<file>\S+): created by (?<owner>.+) at (?<time>\S+)\s*$", RegexOptions.Multiline)]
    private static partial Regex Lock();

    // sdk/Pulumi.Automation/Commands/LocalPulumiCommand.cs of pulumi/pulumi-dotnet
    [GeneratedRegex("The minimum CLI version requirement is (?<needed>[^,]+), your current CLI version is (?<found>[^ ]+?)[.] ")]
    private static partial Regex TooOld();
}
