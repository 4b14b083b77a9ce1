namespace Pulumi.Tests.Harness;

/// <summary>A stack whose body is a delegate, so that a test can see it and give it options.</summary>
internal sealed class ProgramStack : Stack
{
    public ProgramStack(StackOptions? options, Action program)
        : base(options) => program();
}
