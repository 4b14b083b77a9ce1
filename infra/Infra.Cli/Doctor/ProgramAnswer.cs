namespace Infra.Cli.Doctor;

/// <summary>What a program said.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error; it isn't shown, for nobody knows what is in it.</param>
internal sealed record ProgramAnswer(int ExitCode, string Output, string Error);
