using System;
using System.Management.Automation;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Sends a payment and sees it through. From its sending on, whatever ends the command says what became of the money.</summary>
internal sealed class PaymentRun
{
    private readonly AddAiGatewayCreditCommand _command;
    private readonly IBillingClient _billing;

    /// <summary>Prepares to pay as the command says.</summary>
    public PaymentRun(AddAiGatewayCreditCommand command, IBillingClient billing)
    {
        _command = command;
        _billing = billing;
    }

    /// <summary>Pays, waits unless told not to, and writes the payment.</summary>
    public void Run(string accountId, decimal amount, string currency)
    {
        string? paymentId = null;
        try
        {
            if (_command.TryAwait(accountId, call => _billing.AddCreditAsync(accountId, amount, currency, _command.PaymentMethodId, call), out AiGatewayTopUp payment))
            {
                paymentId = payment.PaymentIntentId;
                Finish(payment);
            }
        }
        catch (PipelineStoppedException) when (_command.Stopping)
        {
            SayStopped(paymentId);
            throw;
        }
    }

    private void Finish(AiGatewayTopUp payment)
    {
        string shown = Money.Text(payment.Amount, payment.Currency);
        _command.WriteVerbose($"The payment of {shown} is {payment.PaymentIntentId}.");
        if (payment.NeedsConfirmation)
        {
            _command.WriteWarning($"The bank may want a confirmation of payment {payment.PaymentIntentId}. Give it in the dashboard, under AI > AI Gateway > Credits Available.");
        }

        payment = _command.NoWait ? payment : new PaymentWait(_command, _billing, TimeSpan.FromSeconds(_command.TimeoutSec)).Run(payment);
        _command.WriteObject(payment);
        if (payment.Status is TopUpStatus.Failed)
        {
            var failure = new AiGatewayException(AiGatewayErrorKind.PaymentRequired, $"The payment {payment.PaymentIntentId} of {shown} has failed; no credit was added.")
            {
                RecommendedAction = "Look at the card in the dashboard, under AI > AI Gateway > Credits Available > Manage, ask the bank, or charge another one with -PaymentMethodId.",
            };
            _command.WriteError(ErrorRecords.Create(failure, payment.PaymentIntentId, "TopUp"));
        }
    }

    /// <summary>Ctrl+C ends the command, not the payment. A stopped pipeline takes no warning any more, so the host gets it.</summary>
    private void SayStopped(string? paymentId) => _command.Host?.UI?.WriteWarningLine(paymentId is null
        ? "Stopped while the payment was sent: the card may be charged all the same. Look at Get-AiGatewayTopUp and Get-AiGatewayCredit before you pay again."
        : $"Stopped waiting; the payment {paymentId} goes on all the same. Get-AiGatewayTopUp {paymentId} shows how far it is; do not pay again before.");
}
