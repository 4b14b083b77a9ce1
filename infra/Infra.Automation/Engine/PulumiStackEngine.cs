using System.Collections.Immutable;
using System.ComponentModel;
using Infra.Automation.Engine.Processes;
using Infra.Automation.Events;
using Pulumi.Automation;
using Pulumi.Automation.Commands;

namespace Infra.Automation.Engine;

/// <summary>The engine by Pulumi's own SDK. It only forwards: see <c>docs/adr/0043-one-narrow-engine.md</c> for what it leaves alone, and why.</summary>
public sealed class PulumiStackEngine : IStackEngine
{
    private readonly EngineOptions _options;
    private readonly LocalPulumiCommand _installed;
    private readonly TimeProvider _time;

    private PulumiStackEngine(EngineOptions options, LocalPulumiCommand installed, TimeProvider time) => (_options, _installed, _time) = (options, installed, time);

    /// <param name="options">Where it works.</param>
    /// <param name="time">By which it looks for new events.</param>
    /// <exception cref="EngineException">There is no Pulumi command line, or it is too old for the SDK.</exception>
    /// <exception cref="NotSupportedException">This build has the embedded SDK, which starts no engine; the message says which build does.</exception>
    public static async Task<IStackEngine> CreateAsync(EngineOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return new PulumiStackEngine(options, await LocalPulumiCommand.CreateAsync(null, cancellationToken), time);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            throw new EngineException("pulumi version", null, "", e.Message, [], e);
        }
    }

    public async Task<string> VersionAsync(CancellationToken cancellationToken) => (await WorkspaceAsync(cancellationToken)).PulumiVersion;

    public async Task<EngineIdentity> WhoAmIAsync(CancellationToken cancellationToken) =>
        SdkValues.Identity(await (await WorkspaceAsync(cancellationToken)).WhoAmIAsync(cancellationToken));

    public async Task<ImmutableArray<StackInfo>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await (await WorkspaceAsync(cancellationToken)).ListStacksAsync(cancellationToken)).Select(SdkValues.Info).OrderBy(static one => one.Name, StringComparer.Ordinal)];

    public async Task CreateAsync(string stack, string? secretsProvider, CancellationToken cancellationToken) =>
        await (await WorkspaceAsync(cancellationToken, secretsProvider: secretsProvider)).CreateStackAsync(stack, cancellationToken);

    public async Task RemoveAsync(string stack, CancellationToken cancellationToken) =>
        await (await WorkspaceAsync(cancellationToken)).RemoveStackAsync(stack, cancellationToken);

    public async Task<string> PreviewAsync(string stack, PreviewRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken) =>
        (await Command(onEvent).RunAsync(PreviewArguments.Of(stack, request), cancellationToken)).StandardOutput;

    public async Task<EngineResult> UpAsync(string stack, UpRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken)
    {
        using var selected = await SelectAsync(stack, cancellationToken, onEvent);
        var result = await selected.UpAsync(SdkOptions.Of(request), cancellationToken);
        return new EngineResult(SdkValues.UpdateIfAny(result.Summary), SdkValues.Outputs(result.Outputs), result.StandardOutput);
    }

    public async Task<EngineResult> RefreshAsync(string stack, RefreshRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken)
    {
        using var selected = await SelectAsync(stack, cancellationToken, onEvent);
        return Result(await selected.RefreshAsync(SdkOptions.Of(request), cancellationToken));
    }

    public async Task<EngineResult> DestroyAsync(string stack, DestroyRequest request, Action<StackEvent> onEvent, CancellationToken cancellationToken)
    {
        using var selected = await SelectAsync(stack, cancellationToken, onEvent);
        return Result(await selected.DestroyAsync(SdkOptions.Of(request), cancellationToken));
    }

    public async Task<ImmutableSortedDictionary<string, StackOutput>> OutputsAsync(string stack, CancellationToken cancellationToken) =>
        SdkValues.Outputs(await (await WorkspaceAsync(cancellationToken)).GetStackOutputsAsync(stack, cancellationToken));

    public async Task CancelAsync(string stack, CancellationToken cancellationToken)
    {
        using var selected = await SelectAsync(stack, cancellationToken);
        await selected.CancelAsync(cancellationToken);
    }

    public async Task<string> ExportAsync(string stack, CancellationToken cancellationToken) =>
        (await Command().RunAsync(["stack", "export", "--stack", stack], cancellationToken)).StandardOutput;

    public async Task ImportAsync(string stack, string state, CancellationToken cancellationToken) =>
        await (await WorkspaceAsync(cancellationToken)).ImportStackAsync(stack, StackDeployment.FromJsonString(state), cancellationToken);

    public async Task<ImmutableArray<StackUpdate>> HistoryAsync(string stack, int count, CancellationToken cancellationToken)
    {
        using var selected = await SelectAsync(stack, cancellationToken);
        return [.. (await selected.GetHistoryAsync(new HistoryOptions { Page = 1, PageSize = count, ShowSecrets = false }, cancellationToken)).Select(SdkValues.Update)];
    }

    public async Task<ImmutableSortedDictionary<string, ConfigEntry>> ConfigAsync(string stack, CancellationToken cancellationToken) =>
        SdkValues.Config(await (await WorkspaceAsync(cancellationToken)).GetAllConfigAsync(stack, cancellationToken));

    public async Task SetConfigAsync(string stack, string key, string value, CancellationToken cancellationToken) =>
        await (await WorkspaceAsync(cancellationToken)).SetConfigAsync(stack, key, new ConfigValue(value), cancellationToken);

    public async Task RemoveConfigAsync(string stack, string key, CancellationToken cancellationToken) =>
        await (await WorkspaceAsync(cancellationToken)).RemoveConfigAsync(stack, key, cancellationToken);

    private static EngineResult Result(UpdateResult result) => new(SdkValues.UpdateIfAny(result.Summary), ImmutableSortedDictionary<string, StackOutput>.Empty, result.StandardOutput);

    private InterruptibleCommand Command(Action<StackEvent>? onEvent = null) => new(_installed, _options, _time, onEvent);

    private Task<LocalWorkspace> WorkspaceAsync(CancellationToken cancellationToken, Action<StackEvent>? onEvent = null, string? secretsProvider = null) => LocalWorkspace.CreateAsync(
        new LocalWorkspaceOptions
        {
            WorkDir = _options.Folder,
            SecretsProvider = secretsProvider,
            EnvironmentVariables = new Dictionary<string, string?>(_options.Environment),
            PulumiCommand = Command(onEvent),
        },
        cancellationToken);

    private async Task<WorkspaceStack> SelectAsync(string stack, CancellationToken cancellationToken, Action<StackEvent>? onEvent = null) =>
        await WorkspaceStack.SelectAsync(stack, await WorkspaceAsync(cancellationToken, onEvent), cancellationToken);
}
