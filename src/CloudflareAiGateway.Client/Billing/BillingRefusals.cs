using System;

namespace CloudflareAiGateway.Client;

/// <summary>What the API refuses in billing, and where it is done instead.</summary>
internal static class BillingRefusals
{
    /// <summary>The status alone decides: the codes of billing are not known, and its general one, 1000, is a bad token elsewhere.</summary>
    private const int Forbidden = 403;

    private const string Dashboard = "AI > AI Gateway > Credits Available > Manage in the dashboard";

    /// <summary>The automatic top-up is set up and removed in dashboard sessions only: every API token gets 403.</summary>
    public static AiGatewayException OfAutoTopUp(AiGatewayException failure) =>
        failure.StatusCode == Forbidden
            ? Reworded.As(
                failure,
                $"Do it in a browser: {Dashboard}, then 'Setup auto top-up credits'. Get-AiGatewayAutoTopUp shows what is set.",
                $"Cloudflare lets no API token change the automatic top-up. {failure.Message}",
                AiGatewayErrorKind.NotAvailable)
            : failure;

    /// <summary>The account's spending limit can only be read and removed any more: everybody gets 403.</summary>
    public static AiGatewayException OfSpendingLimit(AiGatewayException failure)
    {
        if (failure.StatusCode == Forbidden)
        {
            return Reworded.As(
                failure,
                "Limit the spending of each gateway instead: New-AiGatewaySpendRule <gateway> -Limit 25 -Window day, or Spend limits in the gateway's settings in the dashboard. An old limit can be read and removed here.",
                $"Cloudflare has replaced the account's spending limit by spend rules of gateways, and sets none any more. {failure.Message}",
                AiGatewayErrorKind.NotAvailable);
        }

        return Says(failure, "NO_MANUAL_TOPUP")
            ? Reworded.As(failure, $"Buy credit once with Add-AiGatewayCredit, or under {Dashboard}: without that the service takes no limit.")
            : failure;
    }

    /// <summary>A payment that is asked for by an id that the account does not have.</summary>
    public static AiGatewayException OfTopUpStatus(AiGatewayException failure) => failure.Kind is AiGatewayErrorKind.NotFound
        ? Reworded.As(failure, "Check the id and the account: Get-AiGatewayTopUp without an id lists the payments.")
        : failure;

    /// <summary>A payment that failed, for sure or perhaps.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="isOpen">Whether the card may have been charged all the same.</param>
    public static AiGatewayException OfPayment(AiGatewayException failure, bool isOpen)
    {
        if (isOpen)
        {
            return Reworded.As(
                failure,
                "Do not simply try again. Look at Get-AiGatewayTopUp and Get-AiGatewayCredit first: if the payment went through, it is the newest there, perhaps after a minute.",
                $"{failure.Message} The card may have been charged all the same.",
                isOutcomeOpen: true);
        }

        return failure.Kind is AiGatewayErrorKind.PaymentRequired
            ? Reworded.As(
                failure,
                $"No credit was added. Look at the card under {Dashboard}, ask the bank, or charge another one with -PaymentMethodId.",
                $"{failure.Message} The bank declined the card, or it cannot be charged.")
            : failure;
    }

    private static bool Says(AiGatewayException failure, string text)
    {
        foreach (ApiError error in failure.ApiErrors)
        {
            if (error.Message.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
