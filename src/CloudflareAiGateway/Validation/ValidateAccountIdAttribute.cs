using System.Management.Automation;

namespace CloudflareAiGateway.Validation;

/// <summary>Refuses what cannot be an account id, before any call.</summary>
internal sealed class ValidateAccountIdAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        string text = arguments as string ?? string.Empty;
        if (text.Length > 0 && !AccountIdRule.IsValid(text))
        {
            throw new ValidationMetadataException(
                AccountIdRule.Explain(text) + " Get-AiGatewayAccount lists the accounts that the token sees.");
        }
    }
}
