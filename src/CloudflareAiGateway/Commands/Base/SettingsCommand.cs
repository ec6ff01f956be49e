using System;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Commands;

/// <summary>For New and Set of things whose single members can be changed: knows what was bound, and carries a planned change out.</summary>
public abstract class SettingsCommand : ConnectedCommand
{
    /// <summary>What was bound.</summary>
    private protected BoundSettings Settings { get; private set; } = null!;

    /// <summary>Remembers which settings were typed: what is bound now did not come from the pipeline.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Settings = new BoundSettings(this);
    }

    /// <summary>Shows a plan, or carries it out: nothing is sent when nothing would change.</summary>
    /// <typeparam name="T">What is changed.</typeparam>
    /// <param name="plan">The plan.</param>
    /// <param name="thing">The thing in prompts, such as <c>custom provider 'x' (account …)</c>.</param>
    /// <param name="target">What the user asked for, for error records.</param>
    /// <param name="passThru">Whether the thing is written afterwards.</param>
    /// <param name="apply">Sends the change.</param>
    /// <returns>Whether something was sent, and accepted.</returns>
    private protected bool Apply<T>(PatchPlan<T> plan, string thing, object target, bool passThru, Func<CallContext, Task<T>> apply)
        where T : class
    {
        T? result = plan.Current;
        bool changed = false;
        if (plan.Differences.Count == 0)
        {
            WriteVerbose($"{char.ToUpperInvariant(thing[0])}{thing.Substring(1)} has these settings already; nothing was sent.");
        }
        else
        {
            string text = ChangeText.Of($"Set {thing}", plan.Differences);
            if (ShouldProcess(text, ChangeText.Ask(text), MyInvocation.MyCommand.Name, out ShouldProcessReason reason))
            {
                changed = TryAwait(target, apply, out result!);
            }
            else
            {
                result = reason == ShouldProcessReason.WhatIf ? plan.Preview : null;
            }
        }

        if (passThru && result is not null)
        {
            WriteObject(result);
        }

        return changed;
    }
}
