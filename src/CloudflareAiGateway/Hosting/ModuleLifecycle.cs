using System.Management.Automation;

namespace CloudflareAiGateway.Hosting;

/// <summary>
/// Runs when the module is removed: this runspace's connection and all completion caches go. The load context stays, as its assemblies
/// cannot be unloaded; importing again uses it anew.
/// </summary>
public sealed class ModuleLifecycle : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        ConnectionStore.Clear();
        Completion.CompletionCache.Clear();
    }
}
