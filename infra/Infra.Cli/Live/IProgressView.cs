using Infra.Automation.Events;

namespace Infra.Cli.Live;

/// <summary>Shows what happens, until it is disposed of. Its owner writes nothing to the same stream in between.</summary>
internal interface IProgressView : IProgress<StackEvent>, IAsyncDisposable;
