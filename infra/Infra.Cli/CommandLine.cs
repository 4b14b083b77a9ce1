using System.CommandLine;
using System.CommandLine.Help;
using Infra.Automation.Failures;
using Infra.Cli.Commands;
using Infra.Cli.Commands.Stacks;
using Infra.Cli.Policies;
using Infra.Cli.Registries;
using Infra.Cli.Stacks;

namespace Infra.Cli;

/// <summary>Parses a command line, runs the command and turns every way of failing into a message and an exit code.</summary>
internal sealed class CommandLine
{
    // The script answers `test` and `format` itself; this is the only help there is.
    private const string Description = """
        GPU inference platforms on Kubernetes, from Pulumi.<environment>.yaml.

          Beside the commands below: './run test [--filter X]' builds and runs all tests, './run format [--check]' formats the code,
          './run bench' measures it.
        """;

    /// <summary>What to do to see what was left out.</summary>
    public const string DebugHint = "Run the command again with --debug for the stack trace.";

    /// <summary>After Ctrl-C: other programs are to be ended, and what they made removed.</summary>
    private static readonly TimeSpan _timeToClearUp = TimeSpan.FromSeconds(10);

    private readonly Terminal _terminal;
    private readonly Option<bool> _debug = new("--debug") { Description = "Show the stack trace of an error", Recursive = true };
    private readonly Command _root = new("./run", Description);

    public CommandLine(Terminal terminal, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans, RegistryAccess registries, OutsideWorld? outside = null)
    {
        _terminal = terminal;
        outside ??= OutsideWorld.OfProcess;
        // A plan has no clock; whoever judges it today has.
        DateOnly Today() => DateOnly.FromDateTime(outside.Time.GetUtcNow().UtcDateTime);
        var stacks = new StackTools(terminal, _debug, project, plans, outside.Engines, Today, outside.Time);
        _root.Add(new HelpOption("--help", "-h") { Action = new HelpWithExitCodes() });
        _root.Add(new VersionOption("--version") { Action = new ShowVersion() });
        _root.Add(_debug);
        _root.Add(new PreviewCommand(terminal, _debug, project, plans, () => new CheckOptions(Today).OnNoDay(project().Path)));
        _root.Add(new DiffCommand(terminal, _debug, project, plans));
        _root.Add(new RenderCommand(terminal, _debug, project, plans));
        _root.Add(new DrainCommand(terminal, _debug, project, plans));
        _root.Add(new ReportCommand(terminal, _debug, project, plans, Today));
        _root.Add(new PlaceCommand(terminal, _debug, project, plans));
        _root.Add(new CostCommand(terminal, _debug, project, plans));
        _root.Add(new SimulateCommand(terminal, _debug, project, plans));
        _root.Add(new RecommendCommand(terminal, _debug, project, plans));
        _root.Add(new CheckCommand(terminal, _debug, project, plans, Today));
        _root.Add(new PromoteCommand(terminal, _debug, project, plans));
        _root.Add(new RollbackCommand(terminal, _debug, project, plans, outside.Git));
        _root.Add(new UpgradeCommand(terminal, _debug, project, plans));
        _root.Add(new DriftCommand(terminal, project, outside.Engines));
        _root.Add(new DoctorCommand(terminal, _debug, project, plans, outside.Probes));
        _root.Add(new ConfigCommand(terminal, project, plans));
        _root.Add(new ExplainCommand(terminal, _debug, project, plans));
        _root.Add(new CatalogCommand(terminal));
        _root.Add(new LoadTestCommand(terminal, TimeProvider.System));
        _root.Add(new ScenariosCommand(terminal));
        _root.Add(new PinsCommand(terminal, project, registries));
        foreach (var command in new Command[]
        {
            new UpCommand(stacks), new RefreshCommand(stacks), new DestroyCommand(stacks), new OutputsCommand(stacks), new StacksCommand(stacks), new CancelCommand(stacks),
            new ExportCommand(stacks), new ImportCommand(stacks), new HistoryCommand(stacks), new ExtendCommand(stacks), new ReapCommand(stacks),
        })
        {
            _root.Add(command);
        }
    }

    /// <summary>Whether a command may start the Pulumi engine.</summary>
    public static bool StartsEngine(Command command) => command is IEngineCommand;

    /// <summary>Every command there is, for whoever has to go through all of them.</summary>
    public Command Root => _root;

    public async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var result = _root.Parse(args.Count == 0 ? ["--help"] : args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            var exitCode = await InvokeAsync(result, noCommand: args.Count == 0);
            // Here, not in a finally: a full disk is a failure like any other.
            await _terminal.Out.Writer.FlushAsync();
            return exitCode;
        }
        catch (UsageException e)
        {
            _terminal.Failure(e.Message, e.NextSteps);
            return ExitCodes.Usage;
        }
        catch (HandOverException e)
        {
            return e.ExitCode;
        }
        catch (StackFailureException e)
        {
            OperationReport.Say(_terminal, e.Failures);
            return ExitCodes.Failure;
        }
        catch (OperationCanceledException)
        {
            _terminal.Failure("stopped");
            return ExitCodes.Stopped;
        }
        catch (Exception e)
        {
            Report(e, result.GetValue(_debug));
            return ExitCodes.Failure;
        }
    }

    private async Task<int> InvokeAsync(ParseResult result, bool noCommand)
    {
        if (result.Errors.Count > 0 && result.Action is not HelpWithExitCodes)
        {
            UsageErrors.Write(result, _terminal);
            return ExitCodes.Usage;
        }
        var configuration = new InvocationConfiguration
        {
            Output = noCommand ? _terminal.Error.Writer : _terminal.Out.Writer,
            Error = _terminal.Error.Writer,
            EnableDefaultExceptionHandler = false,
            // Who waits for the engine does so however long it takes, and listens to signals himself.
            ProcessTerminationTimeout = result.CommandResult.Command is StackCommand ? null : _timeToClearUp,
        };
        var exitCode = await result.InvokeAsync(configuration);
        return noCommand ? ExitCodes.Usage : exitCode;
    }

    private void Report(Exception exception, bool debug)
    {
        if (debug)
        {
            _terminal.Failure(exception.ToString());
            return;
        }
        _terminal.Failure(exception.Message.ReplaceLineEndings(" "), DebugHint);
    }
}
