using Infra.Automation.Temporary;
using Infra.Planning.Rendering;
using Infra.Stacks;
using Infra.Stacks.Configuration;
using Infra.Stacks.Lifetime;

namespace Infra.Cli.Stacks;

/// <summary>The files of temporary environments.</summary>
internal sealed class TemporaryFiles(StackTools tools, ProjectFolder project)
{
    private readonly TemporaryEnvironment _edits = new(PlatformSettings.ConfigNamespace);

    /// <summary>Writes the file of a copy, or moves the end of one that is there already.</summary>
    /// <exception cref="UsageException">It can't be a copy of that environment, or isn't one.</exception>
    public void Write(string environment, string from, TimeSpan ttl)
    {
        if (environment == from)
        {
            throw new UsageException($"'{from}' can't be a copy of itself; give the temporary environment a name of its own");
        }
        var until = tools.Time.GetUtcNow() + ttl;
        if (!File.Exists(project.EnvironmentFile(environment)))
        {
            WriteNew(environment, from, until);
            return;
        }
        var file = EnvironmentTextFile.Read(project, environment);
        if (_edits.Read(file.Text).From is var known && known != from)
        {
            throw new UsageException(known is null
                ? $"{file.Text.Name} is there already, and no temporary environment's; './run up {environment}' updates it, or take another name"
                : $"{file.Text.Name} is there already, and a copy of '{known}'; './run destroy {environment}' ends that one");
        }
        Save(file, _edits.Extend(file.Text, TemporaryConfig.Written(until)), $"kept as it is, needed until {TemporaryConfig.Written(until)}");
    }

    /// <summary>Moves the end of a temporary environment.</summary>
    /// <exception cref="UsageException">It is no temporary one, or has more time than that.</exception>
    public void Extend(string environment, TimeSpan ttl)
    {
        if (!File.Exists(project.EnvironmentFile(environment)))
        {
            throw new UsageException(
                $"there is no Pulumi.{environment}.yaml in this checkout",
                $"Where the environment was made in another one: './run up {environment} --from ENVIRONMENT --ttl TIME' writes the file again, and sets the new end.");
        }
        var file = EnvironmentTextFile.Read(project, environment);
        var until = tools.Time.GetUtcNow() + ttl;
        if (TemporaryConfig.Read(_edits.Read(file.Text).Until) is { } known && known > until)
        {
            throw new UsageException($"'{environment}' has time until {TemporaryConfig.Written(known)} already, which is later; to end it sooner: ./run destroy {environment}");
        }
        Save(file, _edits.Extend(file.Text, TemporaryConfig.Written(until)), $"needed until {TemporaryConfig.Written(until)}");
    }

    private void WriteNew(string environment, string from, DateTimeOffset until)
    {
        var original = EnvironmentTextFile.Read(project, from);
        var copy = original.For(project, environment, Require(_edits.Copy(original.Text, from, TemporaryConfig.Written(until))));
        RequireOwnNames(environment, from, copy);
        copy.Write(copy.Text.Text);
        Tell($"{copy.Text.Name}: written, a copy of {original.Text.Name} that is needed until {TemporaryConfig.Written(until)}");
    }

    // Before anything is written: what is wrong with a copy is mended in the original, or in a copy of one's own.
    private void RequireOwnNames(string environment, string from, EnvironmentTextFile copy)
    {
        using var staged = copy.Staged();
        var plans = tools.Plans(project);
        var (check, settings) = plans.Read(new PlanRequest { Environment = environment, ConfigFile = staged.Path });
        var problems = !check.Problems.IsEmpty ? [check.Problems.Render(check.Place)]
            : plans.Read(new PlanRequest { Environment = from }).Settings is { } original && settings is not null ? SharedNames.Of(original, from, settings)
            : [];
        if (problems.Length > 0)
        {
            throw new UsageException(
                $"'{environment}' can't be a copy of '{from}'; nothing was written\n{string.Join('\n', problems.Select(problem => $"  {problem.ReplaceLineEndings("\n  ")}"))}",
                $"Change {EnvironmentFile(from)}; or write {copy.Text.Name} yourself, with the key {PlatformSettings.ConfigNamespace}:temporary, and run './run up {environment}'.");
        }
    }

    private static string EnvironmentFile(string environment) => Core.Configuration.EnvironmentFileName.Of(environment);

    private void Save(EnvironmentTextFile file, EnvironmentEdit edit, string told)
    {
        file.Write(Require(edit));
        Tell($"{file.Text.Name}: {told}");
    }

    private void Tell(string text) => tools.Terminal.Error.Line(text, TextRole.Guide);

    private static string Require(EnvironmentEdit edit) => edit.Text ?? throw new UsageException(edit.Problem!);
}
