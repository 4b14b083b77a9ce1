namespace Infra.Automation.Failures;

/// <summary>A lock on a stack whose state is in a file or a bucket.</summary>
/// <param name="File">Its file in the backend.</param>
/// <param name="Owner">Who holds it, such as <c>user@host (pid 21849)</c>.</param>
/// <param name="Since">Since when; null where it can't be read.</param>
public sealed record StackLock(string File, string Owner, DateTimeOffset? Since);
