using Infra.Automation.Failures;
using Infra.Automation.Operations;

namespace Infra.Examples.Automation;

/// <summary>An environment for as long as something needs it. Its <c>Pulumi.STACK.yaml</c> has to be there.</summary>
public static class TemporaryEnvironment
{
    public static async Task WithAsync(StackOperations operations, string stack, Func<UpResult, Task> use, CancellationToken cancellationToken)
    {
        await operations.CreateAsync(stack, cancellationToken: cancellationToken);
        try
        {
            var up = await operations.UpAsync(stack, cancellationToken: cancellationToken);
            if (!up.Succeeded)
            {
                throw new StackFailureException(up.Failures);
            }

            await use(up);
        }
        finally
        {
            // Without the token: what was made has to go, above all when somebody stopped it.
            var gone = await operations.DestroyAsync(stack, cancellationToken: CancellationToken.None);
            if (gone.Succeeded)
            {
                await operations.RemoveAsync(stack, CancellationToken.None);
            }
        }
    }
}
