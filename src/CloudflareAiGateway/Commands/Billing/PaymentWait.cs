using System;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Waits until a payment has gone through, with progress. Whatever happens here, the payment was begun, so nothing here may hide it: what
/// goes wrong is a warning, and the payment's last known state comes back.
/// </summary>
internal sealed class PaymentWait
{
    private const int ProgressId = 1846021;

    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    private readonly CancellableCommand _command;
    private readonly IBillingClient _billing;
    private readonly TimeSpan _patience;

    /// <summary>Prepares to wait.</summary>
    public PaymentWait(CancellableCommand command, IBillingClient billing, TimeSpan patience)
    {
        _command = command;
        _billing = billing;
        _patience = patience;
    }

    /// <summary>Waits.</summary>
    /// <returns>The payment as it is at the end.</returns>
    public AiGatewayTopUp Run(AiGatewayTopUp payment)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            TimeSpan pause = s_first;
            while (true)
            {
                TopUpStatus status = _command.Await(call => _billing.GetTopUpStatusAsync(payment.AccountId, payment.PaymentIntentId, call));
                if (status is TopUpStatus.Completed or TopUpStatus.Failed)
                {
                    return payment.With(status);
                }

                TimeSpan left = _patience - watch.Elapsed;
                if (left <= TimeSpan.Zero)
                {
                    _command.WriteWarning(string.Format(
                        CultureInfo.InvariantCulture,
                        "The payment {0} is still under way after {1:0} s. {2}Get-AiGatewayTopUp {0} shows how far it is; do not pay again before.",
                        payment.PaymentIntentId,
                        watch.Elapsed.TotalSeconds,
                        payment.NeedsConfirmation ? "The bank may want a confirmation, which the dashboard asks for under AI > AI Gateway > Credits Available. " : string.Empty));
                    return payment.With(TopUpStatus.Pending);
                }

                Show(payment, watch.Elapsed);
                TimeSpan wait = pause < left ? pause : left;
                _command.Await(call => Task.Delay(wait, call.CancellationToken));
                pause = pause + pause < s_longest ? pause + pause : s_longest;
            }
        }
        catch (AiGatewayException failure)
        {
            _command.WriteWarning($"The payment {payment.PaymentIntentId} was begun, but how far it is could not be read: {failure.Message} Get-AiGatewayTopUp {payment.PaymentIntentId} asks again; do not pay again before.");
            return payment;
        }
        finally
        {
            _command.WriteProgress(new ProgressRecord(ProgressId, "Payment", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private void Show(AiGatewayTopUp payment, TimeSpan elapsed) =>
        _command.WriteProgress(new ProgressRecord(ProgressId, $"Payment {payment.PaymentIntentId}", $"{payment} since {elapsed.TotalSeconds:0} s")
        {
            PercentComplete = (int)Math.Min(99, 100 * elapsed.TotalSeconds / Math.Max(1, _patience.TotalSeconds)),
            SecondsRemaining = (int)Math.Max(0, (_patience - elapsed).TotalSeconds),
        });
}
