namespace Infra.Automation.Engine.Processes;

/// <summary>What a process left.</summary>
internal sealed record ProcessOutput(int ExitCode, string StandardOutput, string StandardError);
