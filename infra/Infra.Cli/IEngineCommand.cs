namespace Infra.Cli;

/// <summary>Marks a command that may start the Pulumi engine: <c>./run</c> lets it hand over to the build that can (docs/adr/0044-two-programs-for-one-command.md).</summary>
internal interface IEngineCommand;
