using Infra.Stacks;

return await PlatformProgram.RunAsync();
